package io.waypost.query.group;

import io.waypost.query.platform.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where a group stands among all groups, which are listed from the oldest on.
 *
 * @param createdAt when the group was created
 * @param id the group
 */
record GroupPosition(Instant createdAt, long id) {

    /** Before every group. */
    static final GroupPosition START = new GroupPosition(Instant.EPOCH, 0);

    private static final String SEPARATOR = "/";
    /** Times far beyond it are none that the database knows. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    static GroupPosition of(GroupRow group) {
        return new GroupPosition(group.createdAt(), group.id());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws io.waypost.platform.web.InvalidInput if it did not
     */
    static GroupPosition parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            throw PageRequest.invalidCursor();
        }
        try {
            Instant createdAt = Instant.parse(text.substring(0, separator));
            if (createdAt.isBefore(Instant.EPOCH) || createdAt.isAfter(END_OF_TIME)) {
                throw PageRequest.invalidCursor();
            }
            return new GroupPosition(createdAt, Long.parseLong(text.substring(separator + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw PageRequest.invalidCursor();
        }
    }

    String text() {
        return createdAt + SEPARATOR + id;
    }
}
