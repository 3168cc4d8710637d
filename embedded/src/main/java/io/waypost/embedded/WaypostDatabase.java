package io.waypost.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * A database for Waypost in an embedded server, with the roles that the service works with.
 *
 * @param url its JDBC address, without a user
 */
public record WaypostDatabase(String url) {

    /** The role that owns the schemas; migrations run as it. */
    public static final String OWNER = "waypost_owner";

    /** The role of the command side. */
    public static final String COMMAND = "waypost_command";

    /** The role of the query side. */
    public static final String QUERY = "waypost_query";

    /** The role of both sides in one process. */
    public static final String STANDALONE = "waypost_standalone";

    /**
     * Makes the roles and the database where they are missing.
     *
     * @param name the name of the database: lower-case letters, digits and underscores
     * @throws StartupException if the server refuses
     */
    public static WaypostDatabase ensure(PostgresServer server, String name) {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), PostgresServer.SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(roles());
            if (!exists(connection, name)) {
                statement.execute("create database " + name + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new StartupException("The database " + name + " cannot be made", e);
        }
        return new WaypostDatabase(server.jdbcUrl(name));
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static String roles() {
        try (InputStream sql = Objects.requireNonNull(WaypostDatabase.class.getResourceAsStream("roles.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
