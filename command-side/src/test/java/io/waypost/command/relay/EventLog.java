package io.waypost.command.relay;

import io.waypost.command.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The events as they are in the database, and how far the relay has come. */
final class EventLog {

    private final TestDatabase database;

    EventLog(TestDatabase database) {
        this.database = database;
    }

    List<Stored> events() {
        String sql = """
                select global_index, event_id, aggregate_id, sequence_number, event_type, occurred_at, payload
                  from waypost_write.domain_event order by global_index""";
        return query(
                sql,
                row -> new Stored(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
    }

    List<String> ids() {
        return events().stream().map(Stored::id).toList();
    }

    /** The position of the last event that the relay has sent. */
    long relayed() {
        String sql = """
                select coalesce((token::json ->> 'index')::bigint, 0)
                  from waypost_write.token_entry where processor_name = 'kafka-relay'""";
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    /** How many events the relay has still to send. */
    long lag() {
        return query("""
                select (select coalesce(max(global_index), 0) from waypost_write.domain_event)
                     - coalesce((token::json ->> 'index')::bigint, 0)
                  from waypost_write.token_entry where processor_name = 'kafka-relay'""", row -> row.getLong(1)).getFirst();
    }

    /** Whether anything happened; false too as long as there are no tables. */
    boolean hasEvents() {
        return query("select to_regclass('waypost_write.domain_event') is not null", row -> row.getBoolean(1))
                        .getFirst()
                && !events().isEmpty();
    }

    /** The node that relays. */
    String relayOwner() {
        String sql =
                "select coalesce(owner, 'none') from waypost_write.token_entry where processor_name = 'kafka-relay'";
        return query(sql, row -> row.getString(1)).getFirst();
    }

    /** How long ago that node said last that it does. */
    Duration relayClaimAge() {
        String sql = """
                select extract(epoch from now() - updated_at::timestamptz)
                  from waypost_write.token_entry where processor_name = 'kafka-relay'""";
        return query(sql, row -> Duration.ofMillis((long) (row.getDouble(1) * 1000)))
                .getFirst();
    }

    private <T> List<T> query(String sql, Reader<T> reader) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    record Stored(
            long position,
            String id,
            String aggregateId,
            long sequence,
            String type,
            String occurredAt,
            String payload) {}
}
