package io.waypost.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the log from a token on, as rows. It is for one thread.
 *
 * <p>Transactions overtake each other: a row can appear below the rows that were read already. Like Axon's engine, it keeps
 * the positions that were passed without an event, and asks for them with each page. See {@link PassedPositions}.
 */
public final class StoredEventReader {

    private static final String COLUMNS = "select global_index, event_id, aggregate_id, sequence_number, occurred_at,"
            + " event_type, revision, payload from waypost_write.domain_event ";
    private static final String AFTER = COLUMNS + "where global_index > :index order by global_index limit :limit";

    /** In one statement, and so at one moment: what follows from an event is never seen without it. */
    private static final String IN_GAPS_AND_AFTER =
            COLUMNS + "where global_index = any(:gaps) union all (" + AFTER + ") order by global_index";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PassedPositions passed;

    /** A reader of what comes after the token. */
    public StoredEventReader(JdbcClient jdbc, Clock clock, GapAwareTrackingToken token) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passed = new PassedPositions(token, clock.instant());
    }

    /** How far it has read. */
    public GapAwareTrackingToken token() {
        return passed.token();
    }

    /**
     * The next events, by position; empty if there are none at the moment.
     *
     * @param limit how many at most, beside those that appeared in gaps
     */
    public List<StoredEvent> next(int limit) {
        Instant now = clock.instant();
        passed.giveUpOldGaps(now);
        List<StoredEvent> events = read(limit);
        events.forEach(event -> passed.pass(event, now));
        return events;
    }

    private List<StoredEvent> read(int limit) {
        Long[] gaps = passed.gaps();
        JdbcClient.StatementSpec query =
                gaps.length == 0 ? jdbc.sql(AFTER) : jdbc.sql(IN_GAPS_AND_AFTER).param("gaps", gaps);
        return query.param("index", passed.index())
                .param("limit", limit)
                .query((row, number) -> event(row))
                .list();
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
