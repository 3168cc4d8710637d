package io.waypost.platform.eventstore;

import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Makes events of the rows of the log. */
final class StoredRows {

    /** The columns that it needs, in its order. */
    static final String COLUMNS = "global_index, event_id, sequence_number, occurred_at, event_type, revision, payload,"
            + " aggregate_type, aggregate_id, metadata";

    private static final int POSITION = 1;
    private static final int ID = 2;
    private static final int VERSION = 3;
    private static final int AT = 4;
    private static final int TYPE = 5;
    private static final int REVISION = 6;
    private static final int PAYLOAD = 7;
    private static final int AGGREGATE_TYPE = 8;
    private static final int AGGREGATE_ID = 9;
    private static final int METADATA = 10;

    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final Map<String, Form> today;

    /** How an event is written today. */
    private record Form(String revision, ObjectReader reader) {}

    StoredRows(EventCatalog catalog, Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
        JsonMapper json = EventJson.mapper();
        this.today = catalog.all().stream()
                .collect(Collectors.toMap(
                        EventType::name,
                        type -> new Form(String.valueOf(type.revision()), json.readerFor(type.payload()))));
    }

    /**
     * A row that was read.
     *
     * @param position its place in the log
     * @param characters how large it is
     * @param events what it says
     */
    record Row(long position, int characters, List<LogEvent> events) {}

    /**
     * Reads a row. What is in an older form, or has a name that this version does not know, goes the long way that
     * all events go with Axon: it may come out as several events, or as none.
     */
    Row read(ResultSet row) throws SQLException {
        long position = row.getLong(POSITION);
        String payload = row.getString(PAYLOAD);
        Optional<Form> form = Optional.ofNullable(today.get(row.getString(TYPE)));
        if (form.isEmpty() || !form.get().revision().equals(row.getString(REVISION))) {
            return new Row(position, payload.length(), upcast(row, position, payload));
        }
        LogEvent event = new LogEvent(
                position,
                row.getString(ID),
                form.get().reader().readValue(payload),
                row.getLong(VERSION),
                EventTimes.parse(row.getString(AT)));
        return new Row(position, payload.length(), List.of(event));
    }

    private List<LogEvent> upcast(ResultSet row, long position, String payload) throws SQLException {
        GenericDomainEventEntry<String> entry = new GenericDomainEventEntry<>(
                row.getString(AGGREGATE_TYPE),
                row.getString(AGGREGATE_ID),
                row.getLong(VERSION),
                row.getString(ID),
                row.getString(AT),
                row.getString(TYPE),
                row.getString(REVISION),
                payload,
                row.getString(METADATA));
        Function<DomainEventMessage<?>, LogEvent> event = message -> new LogEvent(
                position,
                message.getIdentifier(),
                message.getPayload(),
                message.getSequenceNumber(),
                message.getTimestamp());
        return EventStreamUtils.asStream(
                        EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, upcasters))
                .map(event)
                .toList();
    }
}
