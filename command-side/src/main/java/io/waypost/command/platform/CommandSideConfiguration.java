package io.waypost.command.platform;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.waypost.platform.database.SchemaMigration;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.serialization.Serializer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Aggregates, their cache and snapshots, and where the relay and the policies keep their positions. */
@Configuration(proxyBeanMethods = false)
public class CommandSideConfiguration implements WebMvcConfigurer {

    /** Tells the token store of this side from the one of the other. */
    public static final String TOKEN_STORE = "commandTokenStore";

    /** Where it keeps them. */
    static final String TOKEN_TABLE = "waypost_write.token_entry";

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable(TOKEN_TABLE)
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("updated_at")
            .setOwnerColumn("owner")
            .build();
    private static final long CACHED_AGGREGATES = 10_000;
    private static final int EVENTS_PER_SNAPSHOT = 100;

    CommandSideConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandRequest.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandRequestResolver());
    }

    @Bean
    SchemaMigration writeSchema() {
        return new SchemaMigration("waypost_write", "classpath:db/write");
    }

    @Bean(TOKEN_STORE)
    @Primary
    JdbcTokenStore commandTokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(TOKENS)
                .contentType(String.class)
                .serializer(serializer)
                .build();
    }

    @Bean
    Cache aggregateCache() {
        CaffeineConfiguration<Object, Object> settings = new CaffeineConfiguration<>();
        settings.setStoreByValue(false);
        settings.setMaximumSize(OptionalLong.of(CACHED_AGGREGATES));
        return new AggregateCache(
                new CaffeineCachingProvider().getCacheManager().createCache("aggregates", settings));
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }
}
