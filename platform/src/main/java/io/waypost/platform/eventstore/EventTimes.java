package io.waypost.platform.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.axonframework.common.DateTimeUtils;

/**
 * Reads the times of events. They stand in the log as {@code 2026-01-31T18:00:00.123Z}; the general parser, which takes other
 * forms as well, takes longer for the two times of an event than all the rest of reading it.
 */
final class EventTimes {

    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private EventTimes() {}

    /** The time that a text says, in whatever form. */
    static Instant parse(String text) {
        return usual(text).orElseGet(() -> DateTimeUtils.parseInstant(text));
    }

    /** The time that a text in the usual form says; empty if it has another one. */
    static Optional<Instant> usual(String text) {
        return isUsual(text) ? Optional.of(time(text)) : Optional.empty();
    }

    private static boolean isUsual(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char is = text.charAt(i);
            char like = FORM.charAt(i);
            if (like == '0' ? is < '0' || is > '9' : is != like) {
                return false;
            }
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(number(text, 0, 4), month).lengthOfMonth()
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    private static Instant time(String text) {
        long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int seconds = number(text, 11, 13) * SECONDS_PER_HOUR
                + number(text, 14, 16) * SECONDS_PER_MINUTE
                + number(text, 17, 19);
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + seconds, number(text, 20, 23) * NANOS_PER_MILLI);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
