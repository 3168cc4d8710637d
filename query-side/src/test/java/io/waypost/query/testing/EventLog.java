package io.waypost.query.testing;

import io.waypost.api.event.EventCatalog;
import io.waypost.platform.eventstore.StableNamesSerializer;
import io.waypost.query.platform.ViewEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.SerializedObject;

/** Appends events as the command side does, with its role and in its format. */
public final class EventLog {

    private final TestDatabase database;
    private final StableNamesSerializer serializer = new StableNamesSerializer(EventCatalog.complete(), Map.of());
    private final Happened happened = new Happened();

    /** The log of a database that has no events yet. */
    public EventLog(TestDatabase database) {
        this.database = database;
    }

    /** Appends events in one transaction and answers the position of the last. */
    public long append(Object... payloads) {
        return append(List.of(payloads));
    }

    /** Appends events in one transaction and answers the position of the last. */
    public long append(List<?> payloads) {
        return append("{}", payloads);
    }

    /** Appends events that a user caused, in one transaction, and answers the position of the last. */
    public long appendBy(long who, Object... payloads) {
        return append("{\"who\":" + who + ",\"request_id\":\"test\"}", List.of(payloads));
    }

    private long append(String metadata, List<?> payloads) {
        int before = happened.events().size();
        payloads.forEach(happened::add);
        List<ViewEvent> events = happened.events();
        try (Connection connection = DriverManager.getConnection(database.url(), "waypost_command", "")) {
            connection.setAutoCommit(false);
            List<Long> positions = insert(connection, events.subList(before, events.size()), metadata);
            connection.commit();
            return positions.getLast();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Uses up positions without an event, as rolled-back appends do. */
    public void leaveGap() {
        try (Connection connection = DriverManager.getConnection(database.url(), "waypost_command", "")) {
            connection.setAutoCommit(false);
            Happened lost = new Happened();
            lost.add("lost");
            insert(connection, lost.events(), "{}");
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything appended so far. */
    public List<ViewEvent> events() {
        return happened.events();
    }

    private List<Long> insert(Connection connection, List<ViewEvent> events, String metadata) throws SQLException {
        String sql = "insert into waypost_write.domain_event (event_id, aggregate_id, sequence_number, aggregate_type,"
                + " occurred_at, event_type, revision, payload, metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"global_index"})) {
            for (ViewEvent event : events) {
                SerializedObject<String> payload = serializer.serialize(event.payload(), String.class);
                statement.setString(1, event.id());
                statement.setString(2, Happened.aggregateId(event.payload()));
                statement.setLong(3, event.version());
                statement.setString(4, "Test");
                statement.setString(5, DateTimeUtils.formatInstant(event.at()));
                statement.setString(6, payload.getType().getName());
                statement.setString(7, String.valueOf(payload.getType().getRevision()));
                statement.setString(8, payload.getData());
                statement.setString(9, metadata);
                statement.addBatch();
            }
            statement.executeBatch();
            List<Long> positions = new ArrayList<>();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    positions.add(keys.getLong(1));
                }
            }
            return positions;
        }
    }
}
