package io.waypost.command.relay;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the relay publishes to, and as whom.
 *
 * @param topic the topic
 * @param source the {@code source} of all CloudEvents
 * @param partitions how many partitions the topic gets if the relay makes it
 * @param replication how many brokers keep each partition if the relay makes the topic; -1: as many as the brokers say
 * @param topicProperties what else the topic is made with, such as {@code retention.ms}
 */
@ConfigurationProperties("waypost.kafka")
record RelaySettings(
        String topic,
        URI source,
        int partitions,
        short replication,
        @DefaultValue Map<String, String> topicProperties) {}
