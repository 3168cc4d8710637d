package io.waypost.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.junit.jupiter.api.Test;

/** Which positions without an event are asked for again, and for how long. */
class PassedPositionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private final PassedPositions passed = from(5, List.of());

    @Test
    void eventsInARowLeaveNoGap() {
        passed.pass(event(6, NOW), NOW);
        passed.pass(event(7, NOW), NOW);

        assertThat(passed.token()).isEqualTo(token(7, List.of()));
    }

    @Test
    void whatHasNoEventYetIsAskedForUntilItHasOne() {
        passed.pass(event(9, NOW), NOW);
        assertThat(passed.gaps()).containsExactly(6L, 7L, 8L);

        passed.pass(event(7, NOW), NOW);

        assertThat(passed.token()).isEqualTo(token(9, List.of(6L, 8L)));
    }

    @Test
    void aGapIsGivenUpAMinuteAfterTheEventBehindIt() {
        passed.pass(event(7, NOW), NOW);
        passed.pass(event(9, NOW.plusSeconds(30)), NOW.plusSeconds(30));

        passed.giveUpOldGaps(NOW.plusSeconds(60));
        assertThat(passed.gaps()).containsExactly(6L, 8L);
        passed.giveUpOldGaps(NOW.plusSeconds(61));
        assertThat(passed.gaps()).containsExactly(8L);
        passed.giveUpOldGaps(NOW.plusSeconds(91));
        assertThat(passed.token()).isEqualTo(token(9, List.of()));
    }

    @Test
    void theGapsOfAnOldLogAreNotKept() {
        passed.pass(event(1_000_000, NOW.minus(Duration.ofDays(30))), NOW);

        assertThat(passed.token()).isEqualTo(token(1_000_000, List.of()));
    }

    @Test
    void theGapsOfATokenHaveTheirMinuteAnew() {
        PassedPositions restarted = from(9, List.of(7L));

        restarted.giveUpOldGaps(NOW.plusSeconds(60));
        assertThat(restarted.gaps()).containsExactly(7L);
        restarted.giveUpOldGaps(NOW.plusSeconds(61));
        assertThat(restarted.gaps()).isEmpty();
    }

    private static PassedPositions from(long index, List<Long> gaps) {
        return new PassedPositions(token(index, gaps), NOW);
    }

    private static GapAwareTrackingToken token(long index, List<Long> gaps) {
        return GapAwareTrackingToken.newInstance(index, gaps);
    }

    private static StoredEvent event(long position, Instant occurredAt) {
        return new StoredEvent(
                position, "id-" + position, "course-1", position, occurredAt.toString(), "CourseRevised", "1", "{}");
    }
}
