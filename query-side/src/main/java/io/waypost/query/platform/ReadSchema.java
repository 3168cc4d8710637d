package io.waypost.query.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Where a view writes.
 *
 * @param jdbc the database, and with it the transaction
 * @param name the schema that holds the view's tables
 */
public record ReadSchema(JdbcClient jdbc, String name) {

    /** The schema of the tables that the endpoints read. */
    public static final String LIVE = "waypost_read";

    /** The schema of the tables that a rebuild fills. */
    public static final String REBUILD = "waypost_rebuild";

    /** A statement in which every {@code schema.} in front of a table stands for this schema. */
    public StatementSpec sql(String statement) {
        return jdbc.sql(statement.replace("schema.", name + "."));
    }
}
