package io.waypost.platform.eventstore;

import io.waypost.api.event.EventCatalog;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store, the same for both sides. */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int EVENTS_PER_QUERY = 500;
    private static final Duration WATCHDOG_INTERVAL = Duration.ofSeconds(1);

    @Bean
    EventCatalog eventCatalog() {
        return EventCatalog.complete();
    }

    @Bean
    @Qualifier("eventSerializer")
    StableNamesSerializer eventSerializer(EventCatalog catalog, ObjectProvider<SnapshotTypes> snapshotTypes) {
        Map<String, Class<?>> snapshots =
                snapshotTypes.stream().findFirst().map(SnapshotTypes::byName).orElseGet(Map::of);
        return new StableNamesSerializer(catalog, snapshots);
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver(UNIQUE_VIOLATION);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            @Qualifier("eventSerializer") Serializer serializer,
            PersistenceExceptionResolver persistenceExceptionResolver,
            ObjectProvider<EventUpcaster> upcasters,
            ConnectionProvider connections,
            TransactionManager transactions,
            @Value("${waypost.events.gather-interval}") Duration gather) {
        return new PostgresEventStorageEngine(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .snapshotFilter(snapshot -> isCurrent(snapshot, serializer))
                        .upcasterChain(
                                new EventUpcasterChain(upcasters.orderedStream().toList()))
                        .persistenceExceptionResolver(persistenceExceptionResolver)
                        .batchSize(EVENTS_PER_QUERY),
                connections,
                transactions,
                gather);
    }

    @Bean
    StoredEvents storedEvents(
            EventCatalog catalog,
            @Qualifier("eventSerializer") Serializer serializer,
            ObjectProvider<EventUpcaster> upcasters,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        EventUpcasterChain chain =
                new EventUpcasterChain(upcasters.orderedStream().toList());
        return new StoredEvents(
                JdbcClient.create(dataSource), transactions, new StoredRows(catalog, serializer, chain));
    }

    /** Only a snapshot that today's code wrote in today's form is read; the events tell the rest. */
    private static boolean isCurrent(DomainEventData<?> snapshot, Serializer serializer) {
        SerializedType stored = snapshot.getPayload().getType();
        SerializedType today = serializer.typeForClass(serializer.classForType(stored));
        return stored.equals(today);
    }

    /**
     * The event store. What this process appends is seen at once; {@code waypost.events.poll-interval} is how often it
     * looks for what other processes appended.
     */
    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(
            EventStorageEngine engine, @Value("${waypost.events.poll-interval}") Duration pollInterval) {
        // Axon stores milliseconds. Without this an event would say microseconds until it is read back.
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(pollInterval.toMillis())
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    WakingEventSource wakingEventSource(EmbeddedEventStore eventStore) {
        return new WakingEventSource(eventStore);
    }

    @Bean
    ProcessorProgress processorProgress() {
        return new ProcessorProgress();
    }

    @Bean
    ConfigurerModule processorsTellTheirProgress(ProcessorProgress progress) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor(
                        (configuration, processor) -> new ProgressInterceptor(processor, progress));
    }

    @Bean
    ProcessorWatchdog processorWatchdog(org.axonframework.config.Configuration configuration, DataSource dataSource) {
        return new ProcessorWatchdog(
                () -> configuration.eventProcessingConfiguration().eventProcessors().values().stream()
                        .filter(StreamingEventProcessor.class::isInstance)
                        .map(StreamingEventProcessor.class::cast),
                dataSource,
                WATCHDOG_INTERVAL);
    }
}
