package io.waypost.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the topic as a consumer does, and notes when each event arrives. */
final class Arrivals implements AutoCloseable {

    private static final String TOPIC = "waypost.events";
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<Long, Long> nanosByPosition = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread follower;
    private volatile boolean closed;

    Arrivals(Service service) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", service.kafka(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(TOPIC).stream().map(Arrivals::partition).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        follower = Thread.ofPlatform().start(this::follow);
    }

    /** When each event arrived, by its position in the log, in the time of {@link System#nanoTime()}. */
    Map<Long, Long> nanosByPosition() {
        return nanosByPosition;
    }

    @Override
    public void close() {
        closed = true;
        try {
            follower.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    private void follow() {
        while (!closed) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                byte[] position = each.headers().lastHeader("ce_position").value();
                nanosByPosition.put(Long.parseLong(new String(position, StandardCharsets.UTF_8)), System.nanoTime());
            }
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
