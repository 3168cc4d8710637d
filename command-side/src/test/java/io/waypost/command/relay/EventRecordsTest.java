package io.waypost.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.waypost.api.event.EventCatalog;
import io.waypost.platform.eventstore.StoredEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What the relay writes is read by the SDK of CloudEvents. */
class EventRecordsTest {

    private static final String ID = "0c9d5d4e-6b53-4a55-8a4b-6a1f0f3f6c11";
    private static final String TIME = "2026-03-01T09:30:00.120Z";
    private static final String PAYLOAD = "{\"course_id\":42,\"title\":\"Sleep – schlafen\",\"description\":null}";

    private final EventRecords records = new EventRecords(
            new RelaySettings("waypost.events", URI.create("/waypost"), 6, (short) -1, Map.of()),
            EventCatalog.complete());

    @Test
    void theSdkReadsAnEvent() {
        ProducerRecord<String, byte[]> written = records.write(stored("course-42", "CourseCreated", "1"));

        assertThat(written.topic()).isEqualTo("waypost.events");
        assertThat(written.key()).isEqualTo("course-42");
        assertThat(read(written)).isEqualTo(event("course-42", "io.waypost.course.CourseCreated.v1"));
    }

    @Test
    void aTypeOfANewerVersionIsNamedAfterItsAggregate() {
        ProducerRecord<String, byte[]> written = records.write(stored("badge-7", "BadgeAwarded", "2"));

        assertThat(read(written)).isEqualTo(event("badge-7", "io.waypost.badge.BadgeAwarded.v2"));
    }

    private static CloudEvent read(ProducerRecord<String, byte[]> written) {
        return KafkaMessageFactory.createReader(written.headers(), written.value())
                .toEvent();
    }

    private static CloudEvent event(String aggregateId, String type) {
        return CloudEventBuilder.v1()
                .withId(ID)
                .withType(type)
                .withSource(URI.create("/waypost"))
                .withSubject(aggregateId)
                .withTime(OffsetDateTime.parse(TIME))
                .withExtension("partitionkey", aggregateId)
                .withExtension("sequence", "3")
                .withExtension("position", "1207")
                .withData("application/json", PAYLOAD.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static StoredEvent stored(String aggregateId, String type, String revision) {
        return new StoredEvent(1207, ID, aggregateId, 3, TIME, type, revision, PAYLOAD);
    }
}
