package io.waypost.query.platform;

import io.waypost.platform.eventstore.RecordingErrorHandler;
import io.waypost.platform.eventstore.TransactionOnDemand;
import io.waypost.platform.eventstore.WakingEventSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs one streaming processor per view, which keeps the live tables up to date. */
@Component
class ViewProcessors implements ConfigurerModule, DisposableBean {

    /** Where the views' tokens are. */
    static final String TOKEN_TABLE = ReadSchema.LIVE + ".token_entry";

    private static final int BATCH_SIZE = 500;
    /** When a node dies without a word, another one takes its views over after this long. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(6);

    private static final long CLAIM_EXTENSION_MILLIS = 2_000;
    private static final long CLAIM_ATTEMPT_MILLIS = 1_000;

    private final List<View> views;
    private final ObjectProvider<WakingEventSource> events;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final JdbcClient jdbc;
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers;

    ViewProcessors(
            List<View> views,
            // Asked for late: the source of events comes out of the configuration that this module is a part of.
            ObjectProvider<WakingEventSource> events,
            ConnectionProvider connections,
            TransactionManager transactions,
            JdbcClient jdbc) {
        this.views = List.copyOf(views);
        this.events = events;
        this.connections = connections;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.coordinators = executor("view-coordinator-");
        this.workers = executor("view-worker-");
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        for (View view : views) {
            ViewEventHandler handler = new ViewEventHandler(view, new ReadSchema(jdbc, ReadSchema.LIVE), transactions);
            processing
                    .registerEventHandler(configuration -> handler)
                    .assignHandlerInstancesMatching(view.name(), candidate -> candidate == handler)
                    .registerListenerInvocationErrorHandler(
                            view.name(), configuration -> PropagatingErrorHandler.instance())
                    .registerEventProcessor(view.name(), this::processor);
        }
    }

    @Override
    public void destroy() {
        coordinators.shutdown();
        workers.shutdown();
    }

    private EventProcessor processor(String name, Configuration configuration, EventHandlerInvoker invoker) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .errorHandler(new RecordingErrorHandler(jdbc, TOKEN_TABLE))
                .messageSource(events.getObject())
                // From the first event. A token of this kind, and no other, is what waiting commands can read.
                .initialToken(source -> GapAwareTrackingToken.newInstance(0, List.of()))
                .initialSegmentCount(1)
                .batchSize(BATCH_SIZE)
                .tokenStore(tokenStore(configuration))
                .tokenClaimInterval(CLAIM_ATTEMPT_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .transactionManager(new TransactionOnDemand(transactions))
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .build();
    }

    private TokenStore tokenStore(Configuration configuration) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(configuration.serializer())
                .contentType(String.class)
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(TokenSchema.builder()
                        .setTokenTable(TOKEN_TABLE)
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("updated_at")
                        .build())
                .build();
    }

    private ScheduledExecutorService executor(String name) {
        return Executors.newScheduledThreadPool(
                views.size(), Thread.ofPlatform().name(name, 0).daemon().factory());
    }
}
