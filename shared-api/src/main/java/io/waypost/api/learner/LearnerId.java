package io.waypost.api.learner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waypost.api.user.UserId;

/**
 * Identifies a learner: a user as one who learns. It has the same number as the user.
 *
 * <p>Ids that Waypost gives are positive and below 2<sup>53</sup>, so that every client can hold them as a number. The
 * type itself takes any value: an id that no row can have is simply not found.
 *
 * @param value the number clients see
 */
public record LearnerId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LearnerId {}

    /** The learner that a user is. */
    public static LearnerId of(UserId user) {
        return new LearnerId(user.value());
    }

    /** The user that the learner is. */
    public UserId userId() {
        return new UserId(value);
    }

    /** The identifier of the aggregate in the event store and the key of its records in Kafka, such as {@code learner-5}. */
    @Override
    public String toString() {
        return "learner-" + value;
    }
}
