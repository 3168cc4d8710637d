package io.waypost.query.platform;

import io.waypost.platform.web.InvalidInput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which position of the log a moment is: everything up to there had happened, and nothing else.
 *
 * <p>A time is the position of the last event at or before it. Times hardly ever run against positions, but they can:
 * commands that run at once take their time before their position, and nodes have clocks of their own. An event that says
 * a later time and yet stands before that position then counts as well. The search takes times to be in order, and looks
 * on from where it ends as far as the order may be disturbed.
 *
 * <p>Positions that no event has, left by appends that were rolled back, are as good as the event before them. A position
 * at the very end of the log may stand before that of an append that is just being committed, and so tell more when it is
 * asked for once more.
 */
@Component
class PastPositions {

    /** How far the times of events may be out of order, in positions. */
    private static final int DISORDER = 1000;

    /** Earlier than any event, and a time that the database knows. */
    private static final Instant BEGINNING = Instant.EPOCH;

    private static final String HEAD = "select coalesce(max(global_index), 0) from waypost_write.domain_event";

    /** In each step everything up to low had happened, and nothing beyond high. */
    private static final String AT_TIME = """
            with recursive search (low, high) as (
              select 0::bigint, (select coalesce(max(global_index), 0) from waypost_write.domain_event)
              union all
              select case when past then middle else low end, case when past then high else middle - 1 end
                from (select low, high, middle,
                             coalesce((select e.occurred_at::timestamptz <= :time
                                         from waypost_write.domain_event e
                                        where e.global_index > low and e.global_index <= middle
                                        order by e.global_index desc
                                        limit 1), true) as past
                        from (select low, high, (low + high + 1) / 2 as middle from search where low < high) as half
                     ) as step
            )
            select e.global_index
              from waypost_write.domain_event e
             where e.global_index <= (select low + :disorder from search where low = high)
               and e.occurred_at::timestamptz <= :time
             order by e.global_index desc
             limit 1
            """;

    private final JdbcClient jdbc;

    PastPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position of the last event there is. */
    long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    /**
     * The position that a moment is.
     *
     * @throws InvalidInput if the moment is ahead of now
     */
    long of(AsOf asOf) {
        return switch (asOf) {
            case AsOf.Position position -> reached(position.value());
            case AsOf.Time time -> at(time.value());
        };
    }

    private long reached(long position) {
        if (position > head()) {
            throw AsOf.ahead();
        }
        return position;
    }

    private long at(Instant time) {
        if (time.isAfter(Instant.now())) {
            throw AsOf.ahead();
        }
        // Events say whole milliseconds.
        Instant known = time.isBefore(BEGINNING) ? BEGINNING : time.truncatedTo(ChronoUnit.MILLIS);
        Optional<Long> last = jdbc.sql(AT_TIME)
                .param("time", known.atOffset(ZoneOffset.UTC))
                .param("disorder", DISORDER)
                .query(Long.class)
                .optional();
        return last.orElse(0L);
    }
}
