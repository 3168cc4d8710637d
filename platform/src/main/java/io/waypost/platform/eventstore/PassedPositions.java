package io.waypost.platform.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * How far a reader has come, and which positions on the way had no event. A transaction that is still open may have taken
 * such a position, or one that was rolled back has: nobody can tell. Like Axon's engine it is given a minute, from the event
 * that was the first behind the gap.
 */
final class PassedPositions {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SortedMap<Long, Instant> gaps = new TreeMap<>();
    private long index;

    PassedPositions(GapAwareTrackingToken token, Instant now) {
        index = token.getIndex();
        token.getGaps().forEach(gap -> gaps.put(gap, now));
    }

    /** The highest position that was read. */
    long index() {
        return index;
    }

    /** The positions below it that may still come. */
    Long[] gaps() {
        return gaps.keySet().toArray(Long[]::new);
    }

    GapAwareTrackingToken token() {
        return GapAwareTrackingToken.newInstance(index, gaps.keySet());
    }

    /** Notes that an event was read. */
    void pass(StoredEvent event, Instant now) {
        long position = event.position();
        if (position <= index) {
            gaps.remove(position);
            return;
        }
        if (position > index + 1) {
            Instant since = DateTimeUtils.parseInstant(event.occurredAt());
            if (!isOld(since, now)) {
                for (long gap = index + 1; gap < position; gap++) {
                    gaps.put(gap, since);
                }
            }
        }
        index = position;
    }

    void giveUpOldGaps(Instant now) {
        gaps.values().removeIf(since -> isOld(since, now));
    }

    private static boolean isOld(Instant since, Instant now) {
        return since.isBefore(now.minus(PATIENCE));
    }
}
