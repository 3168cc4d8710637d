package io.waypost.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseId;
import io.waypost.api.event.EventCatalog;
import io.waypost.command.relay.PlainConsumer.Received;
import io.waypost.command.testing.CommandNode;
import io.waypost.command.testing.TestDatabase;
import io.waypost.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What comes out of the topic when all is well. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaRelayIT {

    private static final String OVERTAKEN = """
            insert into waypost_write.domain_event (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at,
                                                    event_type, revision, payload, metadata)
            values ('overtaken', 'course-9000001', 0, 'Course', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'CourseCreated', '1', '{"course_id":9000001,"title":"Slow","description":null}', '{}')""";

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private KafkaBroker broker;
    private CommandNode node;
    private CourseLoad load;
    private String startLog = "";

    @BeforeAll
    void start(CapturedOutput output) {
        broker = KafkaBroker.start(Optional.empty(), 0);
        // On a busy machine Kafka may be late, and the relay would say so.
        node = CommandNode.start(
                database,
                Map.of("spring.kafka.bootstrap-servers", broker.bootstrapServers(), "waypost.relay.patience", "1m"));
        load = new CourseLoad(node);
        awaitRelay();
        startLog = output.getAll();
    }

    @AfterAll
    void stop() {
        node.close();
        broker.close();
    }

    @Test
    void nothingIsWarnedOfAtTheStart() {
        assertThat(startLog).contains("Made the Kafka topic waypost.events").doesNotContain("WARN", "ERROR");
    }

    @Test
    void anEventIsACloudEventInBinaryMode() {
        CourseId id = load.makeCourse("Sleep – schlafen", Optional.empty());
        awaitRelay();
        EventLog.Stored stored = log.events().stream()
                .filter(event -> event.aggregateId().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        try (PlainConsumer consumer = consumer()) {
            assertThat(consumer.all())
                    .filteredOn(event -> event.key().equals(id.toString()))
                    .containsExactly(new Received(
                            id.toString(),
                            "{\"course_id\":%d,\"title\":\"Sleep – schlafen\",\"description\":null}"
                                    .formatted(id.value()),
                            Map.of(
                                    "ce_specversion",
                                    "1.0",
                                    "ce_id",
                                    stored.id(),
                                    "ce_type",
                                    "io.waypost.course.CourseCreated.v1",
                                    "ce_source",
                                    "/waypost",
                                    "ce_subject",
                                    id.toString(),
                                    "ce_time",
                                    stored.occurredAt(),
                                    "ce_partitionkey",
                                    id.toString(),
                                    "ce_sequence",
                                    "0",
                                    "ce_position",
                                    Long.toString(stored.position()),
                                    "content-type",
                                    "application/json")));
        }
    }

    @Test
    void everyEventArrivesOnceWithItsPositionAndInOrderPerKey() {
        load.run(200, 9);
        awaitRelay();
        try (PlainConsumer consumer = consumer()) {
            List<Received> received = consumer.all();
            assertThat(received)
                    .map(KafkaRelayIT::facts)
                    .containsExactlyInAnyOrderElementsOf(
                            log.events().stream().map(KafkaRelayIT::facts).toList());
            InOrder.assertPerKey(received);
        }
    }

    @Test
    void anEventWhoseTransactionWasOvertakenIsPublishedToo() throws SQLException {
        try (Connection slow = database.connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(OVERTAKEN);
            load.run(20, 4);
            awaitRelay();
            slow.commit();
        }
        try (PlainConsumer consumer = consumer()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            consumer.all().stream().anyMatch(event -> event.id().equals("overtaken")));
        }
    }

    @Test
    void whatWasPublishedIsNotPublishedAgain() {
        StreamingEventProcessor processor = node.bean(EventProcessingConfiguration.class)
                .eventProcessor(KafkaRelay.PROCESSOR, StreamingEventProcessor.class)
                .orElseThrow();
        assertThat(processor.supportsReset()).isFalse();
        processor.shutDown();
        try {
            assertThatThrownBy(processor::resetTokens).isInstanceOf(IllegalStateException.class);
        } finally {
            processor.start();
        }
    }

    private static List<String> facts(EventLog.Stored event) {
        String type = EventCatalog.complete().named(event.type()).orElseThrow().cloudEventType();
        return List.of(
                event.aggregateId(),
                event.id(),
                type,
                Long.toString(event.sequence()),
                Long.toString(event.position()),
                event.payload());
    }

    private static List<String> facts(Received event) {
        Map<String, String> headers = event.headers();
        return Stream.concat(
                        Stream.of(event.key()),
                        Stream.concat(
                                Stream.of("ce_id", "ce_type", "ce_sequence", "ce_position")
                                        .map(headers::get)
                                        .map(String::valueOf),
                                Stream.of(event.value())))
                .toList();
    }

    private void awaitRelay() {
        await().atMost(Duration.ofMinutes(1)).until(() -> log.hasEvents() && log.lag() == 0);
    }

    private PlainConsumer consumer() {
        return new PlainConsumer(broker.bootstrapServers(), "waypost.events");
    }
}
