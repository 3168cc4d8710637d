package io.waypost.embedded;

import java.nio.file.Path;
import java.util.List;
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

    private static Properties cluster(int port, int controllerPort) {
        String voter = NODE_ID + "@" + HOST + ":" + controllerPort;
        String forClients = "PLAINTEXT://%s:%d".formatted(HOST, port);
        String forTheController = "%s://%s:%d".formatted(CONTROLLER_LISTENER, HOST, controllerPort);
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("controller.quorum.voters", voter);
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.setProperty("listeners", forClients + "," + forTheController);
        settings.setProperty("advertised.listeners", forClients);
        // After a kill, the controller lets the broker in again only when the killed one's session is over.
        settings.setProperty("broker.session.timeout.ms", "6000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // Kafka calls it an error of its own when a busy machine lets it stand still for two seconds.
        settings.setProperty("controller.performance.always.log.threshold.ms", "60000");
        // A topic is made on purpose, with the partitions and retention it needs.
        settings.setProperty("auto.create.topics.enable", "false");
        // Waiting for more consumers to join only delays the one that is there.
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        return settings;
    }

    private static Properties internalTopics() {
        Properties settings = new Properties();
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topic + ".num.partitions", ONE_NODE);
            settings.setProperty(topic + ".replication.factor", ONE_NODE);
        }
        settings.setProperty("transaction.state.log.min.isr", ONE_NODE);
        settings.setProperty("share.coordinator.state.topic.min.isr", ONE_NODE);
        return settings;
    }

    /**
     * Messages are not flushed to disk one by one. A kill of the process loses none, because the operating system has
     * them; a power cut may lose the newest, which PostgreSQL still has.
     */
    private static Properties storage(Path directory) {
        Properties settings = new Properties();
        settings.setProperty("log.dirs", directory.toString());
        // The default takes 128 MB of heap at the start, for topics far larger than these.
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        return settings;
    }
}
