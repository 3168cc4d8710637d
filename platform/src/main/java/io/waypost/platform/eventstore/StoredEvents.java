package io.waypost.platform.eventstore;

import io.waypost.api.event.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log by position, leaving out types of events that are not asked for. It knows nothing of gaps: who asks says
 * which positions there are.
 */
public final class StoredEvents {

    /** Texts of posts can be long: a slice holds no more than some ten megabytes of events, however many are asked for. */
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    private static final int ROWS_PER_FETCH = 1000;

    private static final String SELECT = "select " + StoredRows.COLUMNS + " from waypost_write.domain_event where ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StoredRows rows;

    StoredEvents(JdbcClient jdbc, PlatformTransactionManager transactions, StoredRows rows) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.rows = rows;
    }

    /**
     * The first events behind a position.
     *
     * @param after the position
     * @param upTo the last position of interest
     * @param except positions of no interest in between
     * @param without types of events to leave out
     * @param most how many events to read at most, at least 1; it may be less if they are large
     */
    public Slice between(long after, long upTo, Collection<Long> except, Collection<EventType> without, int most) {
        return transaction.execute(status -> jdbc.sql(SELECT
                        + "global_index > ? and global_index <= ? and global_index <> all (?) and "
                        + leavingOut(without) + " order by global_index limit ?")
                // Only in a transaction: otherwise all rows would be fetched at once.
                .withFetchSize(ROWS_PER_FETCH)
                .param(after)
                .param(upTo)
                .param(except.toArray(Long[]::new))
                .param(most)
                .query(slices(upTo, most)));
    }

    /** The events at some positions. */
    public List<LogEvent> at(Collection<Long> positions, Collection<EventType> without) {
        return jdbc.sql(SELECT + "global_index = any (?) and " + leavingOut(without) + " order by global_index")
                .param(positions.toArray(Long[]::new))
                .query(slices(Long.MAX_VALUE, Integer.MAX_VALUE))
                .events();
    }

    /**
     * Unknown types are not left out: that nobody needs them is not for an older version of this service to decide. The
     * names are in the statement, and not parameters of it, since only then does PostgreSQL look them up by hash.
     */
    private static String leavingOut(Collection<EventType> types) {
        return types.isEmpty()
                ? "true"
                : types.stream()
                        .map(type -> "'" + type.name() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ", "event_type not in (", ")"));
    }

    private ResultSetExtractor<Slice> slices(long upTo, int most) {
        return found -> slice(found, upTo, most);
    }

    private Slice slice(ResultSet found, long upTo, int most) throws SQLException {
        List<LogEvent> events = new ArrayList<>();
        long last = upTo;
        int count = 0;
        long characters = 0;
        while (count < most && characters < MOST_CHARACTERS && found.next()) {
            StoredRows.Row row = rows.read(found);
            events.addAll(row.events());
            characters += row.characters();
            last = row.position();
            count++;
        }
        boolean cut = count == most || characters >= MOST_CHARACTERS;
        return new Slice(List.copyOf(events), cut ? last : upTo);
    }

    /**
     * Some events that follow each other.
     *
     * @param events in the order of the log
     * @param last the position up to which there are no others
     */
    public record Slice(List<LogEvent> events, long last) {}
}
