package io.waypost.command.relay;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic, which the relay makes if nobody has. */
final class EventTopic {

    private static final Logger LOG = LoggerFactory.getLogger(EventTopic.class);
    private static final short AS_THE_BROKERS_SAY = -1;

    private final KafkaClients clients;
    private final RelaySettings settings;

    EventTopic(KafkaClients clients, RelaySettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /**
     * Makes the topic if it is missing. One that is there is left as it is, and then no right to make topics is needed.
     *
     * @throws KafkaException if it is not known to be there
     */
    void ensureExists() {
        try (Admin admin = clients.admin()) {
            if (!exists(admin)) {
                create(admin);
            }
        }
    }

    private boolean exists(Admin admin) {
        try {
            await(admin.describeTopics(List.of(settings.topic())).allTopicNames());
            return true;
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    private void create(Admin admin) {
        Optional<Short> replication =
                Optional.of(settings.replication()).filter(factor -> factor != AS_THE_BROKERS_SAY);
        NewTopic topic = new NewTopic(settings.topic(), Optional.of(settings.partitions()), replication)
                .configs(settings.topicProperties());
        try {
            await(admin.createTopics(List.of(topic)).all());
            LOG.info("Made the Kafka topic {} with {} partitions", settings.topic(), settings.partitions());
        } catch (TopicExistsException e) {
            LOG.debug("Another node has made the topic", e);
        }
    }

    private static void await(KafkaFuture<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException failure) {
                throw failure;
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
