package io.waypost.command.relay;

import io.waypost.command.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** How many events the relay has still to send. */
    long lag() {
        return query("""
                select (select coalesce(max(global_index), 0) from waypost_write.domain_event)
                     - coalesce((token::json ->> 'index')::bigint, 0)
                  from waypost_write.token_entry where processor_name = 'kafka-relay'""", row -> row.getLong(1)).getFirst();
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
