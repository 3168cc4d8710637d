package io.waypost.query.platform;

import io.waypost.platform.database.SchemaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schema of the query side. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    @Bean
    SchemaMigration readSchemaMigration() {
        return new SchemaMigration("waypost_read", "classpath:db/read");
    }
}
