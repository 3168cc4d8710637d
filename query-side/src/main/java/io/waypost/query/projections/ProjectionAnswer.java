package io.waypost.query.projections;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a processor of events has come.
 *
 * @param name the name
 * @param kind {@code view}, {@code relay} or {@code policy}
 * @param position the last event that it has handled
 * @param head the last event there is
 * @param lag the number of events that it has not handled yet
 * @param replaying whether it is being rebuilt
 * @param rebuild how far the rebuild has come
 * @param error what keeps it from going on
 * @param segments the number of parts that it works on side by side
 */
record ProjectionAnswer(
        String name,
        String kind,
        long position,
        long head,
        long lag,
        boolean replaying,
        Optional<RebuildAnswer> rebuild,
        Optional<String> error,
        int segments) {

    /**
     * A rebuild.
     *
     * @param position the last event that has been folded in anew
     * @param requestedAt when it was asked for
     */
    record RebuildAnswer(long position, Instant requestedAt) {}
}
