package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed under load: what was acknowledged is there afterwards, in the events, the views and Kafka. */
@Order(3)
class KillIT {

    private static final int CLIENTS = 8;
    private static final int ENOUGH = 300;
    private static final String TOPIC = "waypost.events";

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        String password = "--waypost.admin.password=" + Api.ADMIN_PASSWORD;
        Queue<Answer> acknowledged = new ConcurrentLinkedQueue<>();
        try (ForkedWaypost victim = ForkedWaypost.start(directory, password).untilReady()) {
            Api api = Api.of(victim.url()).signedInAsAdmin();
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                IntStream.range(0, CLIENTS)
                        .forEach(client -> clients.execute(() -> createUntilItEnds(
                                client % 2 == 0 ? api : api.with("Prefer", "respond-async"), acknowledged)));
                await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.size() > ENOUGH);
                victim.kill();
            }
        }

        try (ForkedWaypost survivor = ForkedWaypost.start(directory, password).untilReady()) {
            Api api = Api.of(survivor.url()).signedInAsAdmin();
            Set<Long> expected = acknowledged.stream().map(Answer::id).collect(Collectors.toSet());
            assertThat(expected).hasSizeGreaterThan(ENOUGH);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(courses(api)).containsAll(expected));
            Set<String> keys = expected.stream().map(id -> "course-" + id).collect(Collectors.toSet());
            assertThat(publishedKeys(survivor.kafka(), keys)).containsAll(keys);
            assertThat(new Authoring(api).courseWith(1)).isPositive();
        }
    }

    private static void createUntilItEnds(Api api, Queue<Answer> acknowledged) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Answer answer = api.post("/api/courses", Map.of("title", "Under load"));
                if (answer.status() == 201) {
                    acknowledged.add(answer);
                }
            } catch (UncheckedIOException e) {
                return;
            }
        }
    }

    private static Set<Long> courses(Api api) {
        Set<Long> ids = new HashSet<>();
        api.get("/api/courses")
                .expect(200)
                .body()
                .forEach(course -> ids.add(course.path("id").asLong()));
        return ids;
    }

    /** Reads the topic from its beginning, until all the keys were seen or nothing more comes for a while. */
    private static Set<String> publishedKeys(String bootstrapServers, Set<String> wanted) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Set<String> seen = new HashSet<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    assertThat(new String(each.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                            .isNotBlank();
                    seen.add(each.key());
                }
                return seen.containsAll(wanted);
            });
            return seen;
        }
    }
}
