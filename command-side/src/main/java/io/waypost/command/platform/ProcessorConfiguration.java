package io.waypost.command.platform;

import io.waypost.platform.eventstore.RecordingErrorHandler;
import io.waypost.platform.eventstore.WakingEventSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How event handlers get their events: the lookups in the transaction that appends, all others, which are policies, pooled
 * and at their own pace. A failure is never skipped: a lookup's fails the command, a policy tries again.
 */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    private static final int BATCH = 100;

    /** A policy keeps its position at least this often when the events are none of its business. */
    private static final long POSITION_AGE_MILLIS = 1000;

    @Bean
    ConfigurerModule commandProcessors(
            WakingEventSource source,
            @Qualifier(CommandSideConfiguration.TOKEN_STORE) TokenStore tokens,
            JdbcClient jdbc) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing
                    .usingPooledStreamingEventProcessors((configuration, builder) -> builder.initialSegmentCount(1)
                            .initialToken(StreamableMessageSource::createTailToken)
                            .batchSize(BATCH)
                            .claimExtensionThreshold(POSITION_AGE_MILLIS))
                    .configureDefaultStreamableMessageSource(configuration -> source)
                    .registerTokenStore(configuration -> tokens)
                    .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(
                            configuration -> new RecordingErrorHandler(jdbc, CommandSideConfiguration.TOKEN_TABLE))
                    .registerSubscribingEventProcessor(ProcessingGroups.LOOKUPS)
                    .registerErrorHandler(
                            ProcessingGroups.LOOKUPS, configuration -> PropagatingErrorHandler.instance());
        };
    }
}
