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

    /** A database on the server that all tests share. */
    public static TestDatabase create() {
        return create(TestServer.shared());
    }

    /** A database on a server of the test's own. */
    public static TestDatabase create(PostgresServer server) {
        TestDatabase database = new TestDatabase(
                WaypostDatabase.ensure(server, TestServer.newDatabaseName()).url());
        database.migrate("waypost_write", "classpath:db/write");
        database.migrate("waypost_read", "classpath:db/read");
        database.createAccounts();
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

    /** The command side owns this table; here it is as its migration makes it. */
    private void createAccounts() {
        asOwner().sql("""
                create table if not exists waypost_write.account (
                  id bigint primary key, username text not null, email text not null, password_hash text not null,
                  first_name text, last_name text, child_name text, child_sex_assigned_at_birth text, child_dob date,
                  avatar_url text, role text not null, email_verified boolean not null, is_active boolean not null,
                  created_at timestamptz not null, updated_at timestamptz not null);
                grant select, insert, update, delete on waypost_write.account to waypost_command;
                grant select (id, username, email, first_name, last_name, child_name, child_sex_assigned_at_birth,
                              child_dob, avatar_url, role, email_verified, is_active, created_at, updated_at)
                   on waypost_write.account to waypost_query
                """).update();
    }
}
