package io.waypost.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.embedded.WaypostDatabase;
import io.waypost.platform.web.InvalidInput;
import io.waypost.query.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class PastPositionsIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(connection(WaypostDatabase.OWNER));
    private final PastPositions positions = new PastPositions(JdbcClient.create(connection(WaypostDatabase.QUERY)));

    /** One connection for all statements. */
    private SingleConnectionDataSource connection(String role) {
        return new SingleConnectionDataSource(database.url(), role, "", true);
    }

    /** Writes events with these times at these positions. */
    private void write(Map<Long, Instant> times) {
        List<Map.Entry<Long, Instant>> rows = List.copyOf(times.entrySet());
        owner.sql("""
                        insert into waypost_write.domain_event
                               (global_index, event_id, aggregate_id, sequence_number, aggregate_type, occurred_at,
                                event_type, revision, payload, metadata)
                        overriding system value
                        select position, 'event-' || position, 'a', position, 'A', time, 'E', '1', '{}', '{}'
                          from unnest(?::bigint[], ?::text[]) as event (position, time)
                        """)
                .param(rows.stream().mapToLong(Map.Entry::getKey).toArray())
                .param(rows.stream()
                        .map(row -> DateTimeUtils.formatInstant(row.getValue()))
                        .toArray(String[]::new))
                .update();
    }

    private long at(Instant time) {
        return positions.of(new AsOf.Time(time));
    }

    private static Instant second(long seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void beforeTheFirstEventNothingHadHappened() {
        assertThat(at(START)).isZero();

        write(Map.of(1L, START));

        assertThat(at(START.minusMillis(1))).isZero();
        assertThat(at(Instant.MIN)).isZero();
    }

    @Test
    void aTimeIsTheLastEventAtOrBeforeIt() {
        write(Map.of(1L, second(1), 2L, second(2), 3L, second(2), 4L, second(3)));

        assertThat(at(second(1))).isEqualTo(1);
        assertThat(at(second(2).minusNanos(1))).isEqualTo(1);
        assertThat(at(second(2))).isEqualTo(3);
        assertThat(at(second(100))).isEqualTo(4);
    }

    @Test
    void anEventWhoseTimeRunsAgainstItsPositionIsCountedWithThoseAfterIt() {
        write(Map.of(1L, second(1), 2L, second(5), 3L, second(3), 4L, second(6)));

        assertThat(at(second(2))).isEqualTo(1);
        assertThat(at(second(3))).isEqualTo(3);
        assertThat(at(second(5))).isEqualTo(3);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void gapsAndSmallDisorderDoNotLeadTheSearchAstray(@ForAll long seed) {
        Random random = new Random(seed);
        NavigableMap<Long, Instant> log = new TreeMap<>();
        long position = 0;
        for (int i = 0; i < 200; i++) {
            position += random.nextInt(6) == 0 ? random.nextInt(300) + 1 : 1;
            log.put(position, second(i).plusMillis(random.nextInt(4000)));
        }
        owner.sql("truncate waypost_write.domain_event").update();
        write(log);

        List<Long> found = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (int i = -1; i < 205; i++) {
            Instant time = second(i);
            found.add(at(time));
            expected.add(log.descendingMap().entrySet().stream()
                    .filter(event -> !event.getValue().isAfter(time))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(0L));
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whatHasNotComeYetIsRefused() {
        write(Map.of(7L, START));

        assertThat(positions.of(new AsOf.Position(0))).isZero();
        assertThat(positions.of(new AsOf.Position(5))).isEqualTo(5);
        assertThat(positions.of(new AsOf.Position(7))).isEqualTo(7);
        assertThatThrownBy(() -> positions.of(new AsOf.Position(8))).isInstanceOf(InvalidInput.class);
        Instant later = Instant.now().plus(Duration.ofHours(1));
        assertThatThrownBy(() -> at(later)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> at(Instant.MAX)).isInstanceOf(InvalidInput.class);
    }
}
