package io.waypost.query.testing;

import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.WaypostDatabase;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL server for all tests of this JVM. */
final class TestServer {

    private final PostgresServer server;
    private final JdbcClient superuser;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(PostgresServer server) {
        this.server = server;
        this.superuser = JdbcClient.create(
                new DriverManagerDataSource(server.jdbcUrl("postgres"), PostgresServer.SUPERUSER, ""));
        TestDatabase.create(server);
    }

    /** The server, started at the first call. */
    static TestServer shared() {
        return Holder.SHARED;
    }

    /** The address of a new database with all tables: a copy of one that was migrated, because migrating takes longer. */
    String newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        superuser
                .sql("create database " + name + " template " + TestDatabase.FIRST + " owner " + WaypostDatabase.OWNER)
                .update();
        // Views can be folded again; that a commit outlives the server is not asked here.
        superuser
                .sql("alter database " + name + " set synchronous_commit = off")
                .update();
        return server.jdbcUrl(name);
    }

    private static final class Holder {

        private static final TestServer SHARED = start();

        private static TestServer start() {
            PostgresServer server = PostgresServer.start(Optional.empty(), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new TestServer(server);
        }
    }
}
