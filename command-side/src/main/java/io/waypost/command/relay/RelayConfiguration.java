package io.waypost.command.relay;

import io.waypost.api.event.EventCatalog;
import io.waypost.platform.eventstore.TransactionOnDemand;
import io.waypost.platform.eventstore.WakingEventSource;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay and its processor. Of several nodes one has the processor's only segment, and so one at a time publishes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "waypost.relay.enabled", matchIfMissing = true)
@EnableConfigurationProperties({KafkaConnection.class, RelaySettings.class})
class RelayConfiguration {

    private static final int PAGES_PER_BATCH = 20;

    /** Well below the 10 s after which another node may take a segment over that nobody has claimed anew. */
    private static final long CLAIM_EVERY_MILLIS = 2_000;

    @Bean
    EventPublisher eventPublisher(
            KafkaConnection connection,
            RelaySettings settings,
            RelayStatus status,
            @Value("${waypost.relay.patience}") Duration patience) {
        KafkaClients clients = new KafkaClients(connection);
        return new EventPublisher(clients, new EventTopic(clients, settings), status, patience);
    }

    @Bean
    KafkaRelay kafkaRelay(
            EventPublisher publisher, RelaySettings settings, EventCatalog catalog, TransactionManager transactions) {
        return new KafkaRelay(publisher, new EventRecords(settings, catalog), transactions);
    }

    @Bean
    ConfigurerModule relayProcessor(
            EventPublisher publisher,
            TransactionManager transactions,
            JdbcClient jdbc,
            Clock clock,
            WakingEventSource log) {
        PageSource pages = new PageSource(jdbc, clock, log);
        return configurer -> {
            configurer
                    .eventProcessing()
                    .registerTransactionManager(
                            KafkaRelay.PROCESSOR, configuration -> new TransactionOnDemand(transactions))
                    .registerPooledStreamingEventProcessorConfiguration(
                            KafkaRelay.PROCESSOR,
                            (configuration, builder) -> builder.messageSource(pages)
                                    .batchSize(PAGES_PER_BATCH)
                                    .initialSegmentCount(1)
                                    .initialToken(StreamableMessageSource::createTailToken)
                                    .claimExtensionThreshold(CLAIM_EVERY_MILLIS)
                                    // The worker cannot do it while it waits for the broker.
                                    .enableCoordinatorClaimExtension());
            configurer.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, publisher::start);
            configurer.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, publisher::stop);
        };
    }
}
