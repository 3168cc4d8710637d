package io.waypost.command.relay;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Kafka, under the names that Spring Boot has for it.
 *
 * @param bootstrapServers where clients ask first, as {@code host:port}
 * @param properties anything else that Kafka's clients understand, such as {@code security.protocol}
 */
@ConfigurationProperties("spring.kafka")
record KafkaConnection(
        List<String> bootstrapServers, @DefaultValue Map<String, String> properties) {}
