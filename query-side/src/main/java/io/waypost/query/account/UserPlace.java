package io.waypost.query.account;

import io.waypost.platform.web.InvalidInput;
import io.waypost.query.platform.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Where a user stands in the list of all users: by age, and those of the same age by id. Ids alone do not tell, since
 * each node takes them in blocks.
 *
 * @param micros when the user came into being, in microseconds since 1970, as exact as the database has it
 * @param id the user
 */
record UserPlace(long micros, long id) {

    /** In front of all users. */
    static final UserPlace START = new UserPlace(0, 0);

    /** The end of the year 9999, beyond which no account was made. */
    private static final long LATEST_MICROS = 253_402_300_800_000_000L;

    private static final String SEPARATOR = "-";

    static UserPlace of(UserAnswer user) {
        return new UserPlace(ChronoUnit.MICROS.between(Instant.EPOCH, user.createdAt()), user.id());
    }

    /**
     * The place after which a page begins.
     *
     * @throws InvalidInput if the cursor is none that was given out
     */
    static UserPlace after(PageRequest request) {
        return request.after().map(UserPlace::parse).orElse(START);
    }

    private static UserPlace parse(String cursor) {
        String[] parts = cursor.split(SEPARATOR, -1);
        try {
            if (parts.length == 2) {
                UserPlace place = new UserPlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
                if (place.micros <= LATEST_MICROS) {
                    return place;
                }
            }
        } catch (NumberFormatException e) {
            throw PageRequest.invalidCursor();
        }
        throw PageRequest.invalidCursor();
    }

    /** When the user came into being. */
    OffsetDateTime time() {
        return Instant.EPOCH.plus(Duration.of(micros, ChronoUnit.MICROS)).atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return micros + SEPARATOR + id;
    }
}
