package io.waypost.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings every declared schema up to date at the start. Flyway connects as {@code spring.flyway.user}, the owner of the
 * schemas, while the service itself works with a role that may do less.
 */
@Configuration(proxyBeanMethods = false)
public class MigrationConfiguration {

    @Bean
    FlywayMigrationStrategy flywayMigrationStrategy(List<SchemaMigration> migrations) {
        return configured -> migrations.forEach(migration -> Flyway.configure()
                .configuration(configured.getConfiguration())
                .schemas(migration.schema())
                .defaultSchema(migration.schema())
                .locations(migration.location())
                .load()
                .migrate());
    }
}
