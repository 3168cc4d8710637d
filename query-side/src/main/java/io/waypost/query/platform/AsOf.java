package io.waypost.query.platform;

import io.waypost.platform.web.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The moment in the past that an answer is asked for: the parameter {@code as_of}. */
public sealed interface AsOf {

    /** The name of the parameter. */
    String PARAMETER = "as_of";

    /** What the parameter is, for the description of the endpoints. */
    String DESCRIPTION = "the answer as it was then: a time with offset, or the position of an event";

    /** After the event at a position and all before it. */
    record Position(long value) implements AsOf {}

    /** At a time. */
    record Time(Instant value) implements AsOf {}

    /**
     * Reads the parameter: a whole number from 0 on is a position, a time of ISO 8601 with its offset a time.
     *
     * @throws InvalidInput if it is neither
     */
    static AsOf parse(String text) {
        return Text.POSITION.matcher(text).matches() ? Text.position(text) : Text.time(text);
    }

    /** The refusal of a moment that has not come yet. */
    static InvalidInput ahead() {
        return InvalidInput.of(PARAMETER, "is ahead of now");
    }

    /** How the parameter is written. */
    final class Text {

        private static final Pattern POSITION = Pattern.compile("[0-9]+");

        private Text() {}

        private static Position position(String digits) {
            try {
                return new Position(Long.parseLong(digits));
            } catch (NumberFormatException e) {
                throw ahead();
            }
        }

        private static Time time(String text) {
            try {
                // In an address a plus that is not escaped comes as a space.
                return new Time(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            } catch (DateTimeException e) {
                throw InvalidInput.of(PARAMETER, "must be a time with its offset or a position");
            }
        }
    }
}
