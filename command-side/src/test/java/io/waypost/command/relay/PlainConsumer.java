package io.waypost.command.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic as anyone could, who knows nothing but docs/kafka.md. */
final class PlainConsumer implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<Received> received = new ArrayList<>();

    PlainConsumer(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Everything in the topic so far, as it came. */
    List<Received> all() {
        Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
        while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
            for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
                received.add(Received.of(message));
            }
        }
        return List.copyOf(received);
    }

    /** Everything so far, duplicates dropped: what is not newer than the newest of its key. */
    List<Received> withoutDuplicates() {
        Map<String, Long> handled = new HashMap<>();
        List<Received> fresh = new ArrayList<>();
        for (Received event : all()) {
            if (event.sequence() > handled.getOrDefault(event.key(), -1L)) {
                handled.put(event.key(), event.sequence());
                fresh.add(event);
            }
        }
        return fresh;
    }

    @Override
    public void close() {
        consumer.close();
    }

    record Received(String key, String value, Map<String, String> headers) {

        static Received of(ConsumerRecord<String, String> message) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : message.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Received(message.key(), message.value(), Map.copyOf(headers));
        }

        String id() {
            return String.valueOf(headers.get("ce_id"));
        }

        long sequence() {
            return Long.parseLong(String.valueOf(headers.get("ce_sequence")));
        }
    }
}
