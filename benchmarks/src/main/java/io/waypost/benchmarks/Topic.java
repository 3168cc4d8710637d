package io.waypost.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of the service, as a consumer sees it, and a second one for the ceiling c4. */
final class Topic implements AutoCloseable {

    private static final String NAME = "waypost.events";
    private static final String CEILING = "ceiling";
    private static final int SAMPLE = 200_000;
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Topic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Some records of the topic, to be sent again. */
    record Sample(List<ProducerRecord<byte[], byte[]>> records, int partitions) {}

    /** Waits until the topic holds so many records; how many they are then. */
    long awaitSize(long atLeast) {
        long size = size();
        while (size < atLeast) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            size = size();
        }
        return size;
    }

    /** Reads everything: every event of the log must be there once, and those of a key in their order. */
    Sample checkedAgainst(Service service) {
        awaitSize(logSize(service));
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        List<ProducerRecord<byte[], byte[]>> sample = new ArrayList<>();
        Map<String, Long> next = new HashMap<>();
        long records = 0;
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(100))) {
                check(found, next);
                records++;
                if (sample.size() < SAMPLE) {
                    sample.add(new ProducerRecord<>(CEILING, null, found.key(), found.value(), found.headers()));
                }
            }
        }
        if (records != logSize(service)) {
            throw new IllegalStateException(
                    "The topic holds " + records + " records of " + logSize(service) + " events");
        }
        return new Sample(sample, partitions.size());
    }

    /** How many records of the same kind a producer sends in a second when it does nothing else; the better of two times. */
    double ceiling(Sample sample) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(CEILING, sample.partitions(), (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double cold = send(sample);
        double warm = send(sample);
        return Math.max(cold, warm);
    }

    @Override
    public void close() {
        consumer.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private double send(Sample sample) {
        // The batches are as large as those of the relay: with the default of 16 KB it would be easy to come near.
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "batch.size",
                256 * 1024);
        AtomicInteger acknowledged = new AtomicInteger();
        int sent = ROUNDS * sample.records().size();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            long begin = System.nanoTime();
            for (int i = 0; i < sent; i++) {
                ProducerRecord<byte[], byte[]> some =
                        sample.records().get(i % sample.records().size());
                producer.send(
                        new ProducerRecord<>(CEILING, null, some.key(), some.value(), some.headers()),
                        (metadata, failure) -> acknowledged.addAndGet(failure == null ? 1 : 0));
            }
            producer.flush();
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            if (acknowledged.get() != sent) {
                throw new IllegalStateException(acknowledged + " records of " + sent + " came through");
            }
            return sent / seconds;
        }
    }

    private static void check(ConsumerRecord<byte[], byte[]> found, Map<String, Long> next) {
        String key = new String(found.key(), UTF_8);
        Header header = found.headers().lastHeader("ce_sequence");
        long sequence = Long.parseLong(new String(header.value(), UTF_8));
        long expected = next.getOrDefault(key, 0L);
        if (sequence != expected) {
            throw new IllegalStateException("Event " + sequence + " of " + key + " where " + expected + " was due");
        }
        next.put(key, sequence + 1);
    }

    private long size() {
        return consumer.endOffsets(partitions()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(NAME).stream()
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
    }

    private static long logSize(Service service) {
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from waypost_write.domain_event")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
