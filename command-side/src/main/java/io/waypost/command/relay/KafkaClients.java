package io.waypost.command.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes Kafka's clients. */
final class KafkaClients {

    /** A call gives up after this time; who called tries again, or stops because the service stops. */
    private static final int CALL_MILLIS = 3_000;

    private static final int LARGEST_EVENT_BYTES = 16 * 1024 * 1024;
    private static final int BATCH_BYTES = 256 * 1024;

    private final KafkaConnection connection;

    KafkaClients(KafkaConnection connection) {
        this.connection = connection;
    }

    /** A producer that keeps the order of records with the same key, whatever fails. */
    Producer<String, byte[]> producer() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MILLIS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_EVENT_BYTES);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putAll(connection.properties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A record that the producer gave up could be overtaken by the next one of its key: it never gives up, and as
        // long as a request is not answered it sends no other. See Delivery for refusals.
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A client that asks for topics and makes them. */
    Admin admin() {
        Map<String, Object> settings = common();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.putAll(connection.properties());
        return Admin.create(settings);
    }

    /** Set so that a broker that comes back is found within seconds, however long it was away. */
    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 100);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 5_000);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }
}
