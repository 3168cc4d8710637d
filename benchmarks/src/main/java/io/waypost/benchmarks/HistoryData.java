package io.waypost.benchmarks;

import io.waypost.embedded.DataDirectory;
import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.WaypostDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The data of a service with a history. Views, policies and relay count it as handled, so that the service can be measured as
 * soon as it is started. The lookups of commands know it. The tables of the views are empty: a rebuild fills them.
 *
 * @param directory the data directory, which is deleted at the end
 * @param history what is in it
 */
record HistoryData(Path directory, History history) implements AutoCloseable {

    private static final String DATABASE = "waypost";

    /** Makes it. A service is started once to make its tables, and nothing is running afterwards. */
    static HistoryData make(History.Size size) {
        try {
            Path directory = Files.createTempDirectory("waypost-history");
            Service.start(List.of(), List.of(setting(directory))).close();
            return new HistoryData(directory, load(directory, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The history cannot be made", e);
        }
    }

    /** Lets a service fill the tables of the views, so that those started later show it. */
    void showInViews() {
        try (Service service = start()) {
            try (Client admin = new Client(service)) {
                Rebuild.all(admin);
            }
            try (Connection connection = service.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The views cannot be filled", e);
        }
    }

    /** Starts a service with it. */
    Service start() {
        return Service.start(List.of(), List.of(setting(directory)));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String setting(Path directory) {
        return "--waypost.data-dir=" + directory;
    }

    private static History load(Path path, History.Size size) throws SQLException {
        try (DataDirectory directory = DataDirectory.open(path);
                PostgresServer server = PostgresServer.start(Optional.of(directory.postgres()), 0);
                Connection connection = DriverManager.getConnection(
                        WaypostDatabase.ensure(server, DATABASE).url(), PostgresServer.SUPERUSER, "")) {
            History history = History.make(connection, size);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set work_mem = '256MB'");
                statement.execute(Sql.of("history/lookups.sql"));
                for (String schema : List.of("waypost_read", "waypost_write")) {
                    statement.execute("update " + schema + ".token_entry"
                            + " set token = json_build_object('index', (select max(global_index)"
                            + " from waypost_write.domain_event), 'gaps', json_build_array())::text,"
                            + " token_type = 'org.axonframework.eventhandling.GapAwareTrackingToken'"
                            + " where processor_name <> '__config'");
                }
                statement.execute("vacuum analyze");
            }
            return history;
        }
    }
}
