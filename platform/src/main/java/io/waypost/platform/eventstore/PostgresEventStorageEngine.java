package io.waypost.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine, with two differences. It tells the unit of work at which global position its events were appended: a
 * command can then answer with it, and wait for the views that must have folded it, without another query. And it reads
 * the end of the log, which all processors follow, with as few questions as can be.
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

    private static final GapAwareTrackingToken BEGINNING = GapAwareTrackingToken.newInstance(0, List.of());
    /** From here on Axon's own way is taken, which finds out which gaps are too old to be filled. */
    private static final int MOST_GAPS = 250;

    private static final String PAGE = """
            select * from waypost_write.domain_event where global_index = any (?)
             union all
            (select * from waypost_write.domain_event where global_index > ? order by global_index limit ?)
             order by global_index""";

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final long gatherNanos;
    private volatile long foundAt = System.nanoTime();

    /**
     * @param builder with what is the same for every database
     * @param gather how long whoever follows the end of the log lets events come together after some were found
     */
    PostgresEventStorageEngine(
            Builder builder, ConnectionProvider connections, TransactionManager transactions, Duration gather) {
        super(builder.connectionProvider(connections)
                .transactionManager(transactions)
                .schema(SCHEMA)
                .dataType(String.class)
                .appendEvents((connection, schema, dataType, events, serializer, timestamps) ->
                        insert(connection, schema, events, serializer)));
        this.connections = connections;
        this.transactions = transactions;
        this.gatherNanos = gather.toNanos();
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

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        if (mayBlock) {
            gather();
        }
        return StreamSupport.stream(
                new LogPages(Optional.ofNullable(token), batchSize(), this::fetchTrackedEvents), false);
    }

    /** Under load there is something new after every append. What comes within a moment is read, and folded, as one. */
    private void gather() {
        long left = foundAt + gatherNanos - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * One statement, always the same one, and without a transaction. Axon's own way takes three for what is at the end of the
     * log, with another text for each number of gaps; and the end is looked at after every append.
     */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int limit) {
        GapAwareTrackingToken from = token instanceof GapAwareTrackingToken known ? known : BEGINNING;
        if (from.getGaps().size() > MOST_GAPS) {
            return super.fetchTrackedEvents(token, limit);
        }
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", from.getGaps().toArray(Long[]::new)));
            statement.setLong(2, from.getIndex());
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<TrackedEventData<?>> page = new ArrayList<>();
                GapAwareTrackingToken previous = from;
                while (row.next()) {
                    TrackedEventData<?> event = getTrackedEventData(row, previous);
                    page.add(event);
                    previous = (GapAwareTrackingToken) event.trackingToken();
                }
                if (!page.isEmpty()) {
                    foundAt = System.nanoTime();
                }
                return page;
            }
        } catch (SQLException e) {
            throw new EventStoreException("The log cannot be read from " + from, e);
        }
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
