package io.waypost.platform.database;

/**
 * A schema and the Flyway migrations that build it. Each side declares its own.
 *
 * @param schema the schema, which also holds Flyway's history of it
 * @param location where the migrations are on the class path, such as {@code classpath:db/write}
 */
public record SchemaMigration(String schema, String location) {}
