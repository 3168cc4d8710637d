package io.waypost.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

/**
 * The ceiling c1 of commands: BEGIN, the INSERT of one row as large as an event, COMMIT, over JDBC, on the server of the
 * service and as durable.
 */
final class Durability {

    private static final String PAYLOAD =
            "{\"learner_id\":1000000,\"post_id\":1000,\"completed_at\":\"2026-01-31T18:00:00.000Z\",\"via\":\"hand\"}";
    private static final String METADATA = "{\"who\":1000000,\"request_id\":\"34469e09-d695-46ee-84d7-bf317de9131c\"}";

    private final Service service;

    Durability(Service service) {
        this.service = service;
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists waypost_ceiling");
            statement.execute("create table if not exists waypost_ceiling.event (global_index bigint generated always"
                    + " as identity primary key, event_id text, aggregate_id text, sequence_number bigint,"
                    + " aggregate_type text, occurred_at text, event_type text, revision text, payload text,"
                    + " metadata text)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Load.Measured measure(Load load) {
        return load.atFullSpeed(this::inserting);
    }

    private Load.Client inserting(int number) {
        try {
            Connection connection = service.connect();
            connection.setAutoCommit(false);
            return new Inserting(connection, connection.prepareStatement("""
                    insert into waypost_ceiling.event
                           (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type, revision,
                            payload, metadata)
                    values (?, ?, ?, 'Learner', ?, 'PostCompleted', '1', ?, ?)"""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Inserting(Connection connection, PreparedStatement insert) implements Load.Client {

        @Override
        public void once() throws SQLException {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, "learner-1000000");
            insert.setLong(3, 1);
            insert.setString(4, Instant.now().toString());
            insert.setString(5, PAYLOAD);
            insert.setString(6, METADATA);
            insert.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
