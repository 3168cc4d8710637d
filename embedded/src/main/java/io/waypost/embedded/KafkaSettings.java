package io.waypost.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is its own controller and the only node of its cluster. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** The application's setting that the port comes from, to name when the port is taken. */
    static final String PORT_SETTING = "waypost.kafka.port";

    private static final String HOST = "127.0.0.1";
    private static final String ONE_NODE = "1";

    private KafkaSettings() {}

    static String bootstrapServers(int port) {
        return HOST + ":" + port;
    }

    /**
     * The broker's properties.
     *
     * @param controllerPort the port of the controller, which only this process uses. The voters are set here and not
     *     kept in the storage, so that it may be another one at each start.
     */
    static Properties of(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(cluster(port, controllerPort));
        settings.putAll(internalTopics());
        settings.putAll(storage(directory));
        return settings;
    }

    private static Map<String, String> cluster(int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER_LISTENER, HOST, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://%s:%d".formatted(HOST, port),
                // A topic is made on purpose, with the partitions and retention it needs.
                "auto.create.topics.enable",
                "false",
                // Waiting for more consumers to join only delays the one that is there.
                "group.initial.rebalance.delay.ms",
                "0");
    }

    private static Map<String, String> internalTopics() {
        return Map.of(
                "offsets.topic.num.partitions",
                ONE_NODE,
                "offsets.topic.replication.factor",
                ONE_NODE,
                "transaction.state.log.num.partitions",
                ONE_NODE,
                "transaction.state.log.replication.factor",
                ONE_NODE,
                "transaction.state.log.min.isr",
                ONE_NODE,
                "share.coordinator.state.topic.num.partitions",
                ONE_NODE,
                "share.coordinator.state.topic.replication.factor",
                ONE_NODE,
                "share.coordinator.state.topic.min.isr",
                ONE_NODE);
    }

    /**
     * Messages are not flushed to disk one by one. A kill of the process loses none, because the operating system has
     * them; a power cut may lose the newest, which PostgreSQL still has.
     */
    private static Map<String, String> storage(Path directory) {
        return Map.of(
                "log.dirs",
                directory.toString(),
                // The default takes 128 MB of heap at the start, for topics far larger than these.
                "log.cleaner.dedupe.buffer.size",
                Integer.toString(16 * 1024 * 1024));
    }
}
