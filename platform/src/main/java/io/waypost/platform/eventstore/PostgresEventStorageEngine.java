package io.waypost.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC engine, which in addition tells the unit of work at which global position its events were appended: a
 * command can then answer with it, and wait for the views that must have folded it, without another query.
 */
public final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

    /** The tables and columns, in the schema that the command side owns. */
    public static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("waypost_write.domain_event")
            .snapshotTable("waypost_write.snapshot")
            .globalIndexColumn("global_index")
            .timestampColumn("occurred_at")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("aggregate_type")
            .payloadTypeColumn("event_type")
            .payloadRevisionColumn("revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private final ConnectionProvider connections;
    private final TransactionManager transactions;

    PostgresEventStorageEngine(Builder builder, ConnectionProvider connections, TransactionManager transactions) {
        super(builder.connectionProvider(connections)
                .transactionManager(transactions)
                .schema(SCHEMA)
                .dataType(String.class)
                .appendEvents((connection, schema, dataType, events, serializer, timestamps) ->
                        insert(connection, schema, events, serializer)));
        this.connections = connections;
        this.transactions = transactions;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        transactions.executeInTransaction(() -> {
            try (Connection connection = connections.getConnection();
                    PreparedStatement statement = appendEvents(connection, events, serializer)) {
                statement.executeBatch();
                recordPosition(statement);
            } catch (SQLException e) {
                handlePersistenceException(e, events.getFirst());
            }
        });
    }

    private static void recordPosition(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                long position = keys.getLong(1);
                CurrentUnitOfWork.ifStarted(unitOfWork -> AppendedPosition.record(unitOfWork, position));
            }
        }
    }

    private static PreparedStatement insert(
            Connection connection, EventSchema schema, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        String sql = "INSERT INTO " + schema.domainEventTable() + " (" + schema.domainEventFields()
                + ") VALUES (?,?,?,?,?,?,?,?,?)";
        PreparedStatement statement = connection.prepareStatement(sql, new String[] {schema.globalIndexColumn()});
        for (EventMessage<?> message : events) {
            if (!(message instanceof DomainEventMessage<?> event)) {
                throw new IllegalArgumentException("Only aggregates publish events: " + message.getPayloadType());
            }
            SerializedObject<String> payload = event.serializePayload(serializer, String.class);
            SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
            statement.setString(1, event.getIdentifier());
            statement.setString(2, event.getAggregateIdentifier());
            statement.setLong(3, event.getSequenceNumber());
            statement.setString(4, event.getType());
            statement.setString(5, DateTimeUtils.formatInstant(event.getTimestamp()));
            statement.setString(6, payload.getType().getName());
            statement.setString(7, payload.getType().getRevision());
            statement.setString(8, payload.getData());
            statement.setString(9, metadata.getData());
            statement.addBatch();
        }
        return statement;
    }
}
