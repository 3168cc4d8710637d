package io.waypost.query.platform;

import io.waypost.api.user.UserId;
import java.util.function.Consumer;

/** A part of everything that is held about a person, like {@link PersonalData}, that may be too long to hold at once. */
public interface PersonalRecords {

    /** The name of the part in the export, in snake_case. */
    String section();

    /**
     * Hands over what is held about the user, newest first, one thing after the other.
     *
     * @param record takes something that is written as JSON
     */
    void each(UserId user, Consumer<Object> record);
}
