package io.waypost.command.relay;

import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import io.waypost.platform.eventstore.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Writes events as CloudEvents in Kafka's binary mode. The value is the JSON that is stored, and of the metadata nothing is
 * told: who sent a command is nobody's business downstream.
 *
 * <p>The headers are written here and not by the SDK of CloudEvents, which took half of the relay's time.
 */
final class EventRecords {

    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private final String topic;
    private final Header source;
    private final EventCatalog catalog;

    EventRecords(RelaySettings settings, EventCatalog catalog) {
        this.topic = settings.topic();
        this.source = header("ce_source", settings.source().toString());
        this.catalog = catalog;
    }

    ProducerRecord<String, byte[]> write(StoredEvent event) {
        String key = event.aggregateId();
        List<Header> headers = List.of(
                VERSION,
                header("ce_id", event.id()),
                header("ce_type", type(event)),
                source,
                header("ce_subject", key),
                header("ce_time", event.occurredAt()),
                header("ce_partitionkey", key),
                header("ce_sequence", Long.toString(event.sequence())),
                header("ce_position", Long.toString(event.position())),
                CONTENT_TYPE);
        return new ProducerRecord<>(topic, null, key, event.payload().getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A type that only a newer version knows is told too: its aggregate's id starts with the same word. */
    private String type(StoredEvent event) {
        String subject = catalog.named(event.type())
                .map(EventType::subject)
                .orElseGet(() ->
                        event.aggregateId().substring(0, event.aggregateId().indexOf('-')));
        int revision = Integer.parseInt(event.revision());
        return new EventType(subject, event.type(), revision, Object.class).cloudEventType();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
