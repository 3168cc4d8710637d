package io.waypost.api.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a group.
 *
 * <p>Ids that Waypost gives are positive and below 2<sup>53</sup>, so that every client can hold them as a number. The
 * type itself takes any value: an id that no row can have is simply not found.
 *
 * @param value the number clients see
 */
public record GroupId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GroupId {}

    /** The identifier of the aggregate in the event store and the key of its records in Kafka, such as {@code group-3}. */
    @Override
    public String toString() {
        return "group-" + value;
    }
}
