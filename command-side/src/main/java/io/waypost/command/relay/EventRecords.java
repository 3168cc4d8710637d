package io.waypost.command.relay;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;

/**
 * Writes events as CloudEvents in Kafka's binary mode. The value is the JSON that is stored, and of the metadata nothing is
 * told: who sent a command is nobody's business downstream.
 */
final class EventRecords {

    private final RelaySettings settings;
    private final EventCatalog catalog;
    private final Serializer serializer;

    EventRecords(RelaySettings settings, EventCatalog catalog, Serializer serializer) {
        this.settings = settings;
        this.catalog = catalog;
        this.serializer = serializer;
    }

    ProducerRecord<String, byte[]> write(DomainEventMessage<?> event, long position) {
        String aggregateId = event.getAggregateIdentifier();
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(event.getIdentifier())
                .withType(type(payload.getType(), aggregateId))
                .withSource(settings.source())
                .withSubject(aggregateId)
                .withTime(event.getTimestamp().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", aggregateId)
                .withExtension("sequence", Long.toString(event.getSequenceNumber()))
                .withExtension("position", Long.toString(position))
                .withData("application/json", payload.getData())
                .build();
        return KafkaMessageFactory.createWriter(settings.topic(), aggregateId).writeBinary(cloudEvent);
    }

    /** A type that only a newer version knows is told too: its aggregate's id starts with the same word. */
    private String type(SerializedType stored, String aggregateId) {
        String subject = catalog.named(stored.getName())
                .map(EventType::subject)
                .orElseGet(() -> aggregateId.substring(0, aggregateId.indexOf('-')));
        int revision = Integer.parseInt(stored.getRevision());
        return new EventType(subject, stored.getName(), revision, Object.class).cloudEventType();
    }
}
