package io.waypost.command.testing;

import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.WaypostDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A fresh database with the roles of Waypost, on a server that all tests of this process share. */
public final class TestDatabase {

    private final WaypostDatabase database;

    private TestDatabase(WaypostDatabase database) {
        this.database = database;
    }

    /** Makes a database without tables. */
    public static TestDatabase create() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return new TestDatabase(WaypostDatabase.ensure(Server.SHARED, name));
    }

    /** The settings of a command node on this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                WaypostDatabase.COMMAND,
                "spring.flyway.url",
                database.url(),
                "spring.flyway.user",
                WaypostDatabase.OWNER);
    }

    /** A connection of the superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), PostgresServer.SUPERUSER, "");
    }

    private static final class Server {

        static final PostgresServer SHARED = start();

        private static PostgresServer start() {
            PostgresServer server = PostgresServer.start(Optional.empty(), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres"));
            return server;
        }
    }
}
