package io.waypost.query.testing;

import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.WaypostDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh database with the roles, schemas and rights of the real one.
 *
 * @param url its address for JDBC
 */
public record TestDatabase(String url) {

    /** The name of the database that is migrated on a server. */
    static final String FIRST = "test";

    /** A database on the server that all tests share. */
    public static TestDatabase create() {
        return new TestDatabase(TestServer.shared().newDatabase());
    }

    /** A database on a server of the test's own. */
    public static TestDatabase create(PostgresServer server) {
        TestDatabase database =
                new TestDatabase(WaypostDatabase.ensure(server, FIRST).url());
        database.migrate("waypost_write", "classpath:db/write");
        database.migrate("waypost_read", "classpath:db/read");
        return database;
    }

    /** As the role that owns the schemas. */
    public JdbcClient asOwner() {
        return JdbcClient.create(dataSource(WaypostDatabase.OWNER));
    }

    /** As the role of the command side. */
    public JdbcClient asCommand() {
        return JdbcClient.create(dataSource(WaypostDatabase.COMMAND));
    }

    /** As the role of the query side. */
    public JdbcClient asQuery() {
        return JdbcClient.create(dataSource(WaypostDatabase.QUERY));
    }

    /** The rows of a table as texts, in order. */
    public List<String> rows(String table) {
        return asOwner()
                .sql("select t::text from " + table + " t order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How often an index has been used. PostgreSQL counts with some seconds of delay. */
    public long indexScans(String index) {
        return asOwner()
                .sql("select idx_scan from pg_stat_user_indexes where indexrelname = ?")
                .param(index)
                .query(Long.class)
                .single();
    }

    private DataSource dataSource(String role) {
        return new DriverManagerDataSource(url, role, "");
    }

    private void migrate(String schema, String location) {
        Flyway.configure()
                .dataSource(dataSource(WaypostDatabase.OWNER))
                .schemas(schema)
                .defaultSchema(schema)
                .locations(location)
                .load()
                .migrate();
    }
}
