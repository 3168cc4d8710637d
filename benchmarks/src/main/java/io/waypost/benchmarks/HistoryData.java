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
 * soon as it is started. The tables of the views are empty: a rebuild fills them.
 *
 * @param directory the data directory, which is deleted at the end
 * @param history what is in it
 */
record HistoryData(Path directory, History history) implements AutoCloseable {

    private static final String DATABASE = "waypost";

    /** Makes it. A service is started once to make its tables, and nothing is running afterwards. */
    static HistoryData make(int events) {
        try {
            Path directory = Files.createTempDirectory("waypost-history");
            Service.start(List.of(), List.of(setting(directory))).close();
            return new HistoryData(directory, load(directory, events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The history cannot be made", e);
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

    private static History load(Path path, int events) throws SQLException {
        try (DataDirectory directory = DataDirectory.open(path);
                PostgresServer server = PostgresServer.start(Optional.of(directory.postgres()), 0);
                Connection connection = DriverManager.getConnection(
                        WaypostDatabase.ensure(server, DATABASE).url(), PostgresServer.SUPERUSER, "")) {
            History history = History.make(connection, events);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
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
