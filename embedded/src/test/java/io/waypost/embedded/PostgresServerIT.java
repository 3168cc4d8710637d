package io.waypost.embedded;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerIT {

    private static final String COUNT = "select count(*) from kept";

    /** A cluster as it is after its first start, to be copied: making one takes longer. */
    @TempDir
    private static Path fresh;

    @TempDir
    private Path temp;

    @BeforeAll
    static void makeACluster() {
        PostgresServer.start(Optional.of(fresh), 0).close();
    }

    @Test
    void isDurableAndSpeaksUnicode() throws SQLException {
        try (PostgresServer server = PostgresServer.start(Optional.empty(), 0)) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");
            assertThat(query(server, "show max_connections")).isEqualTo("200");
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(server, "select lower('ÄÉЖ')")).isEqualTo("äéж");
        }
    }

    @Test
    void dataSurviveStopAndStartAgainOnTheSamePort() throws Exception {
        try (PostgresServer server = PostgresServer.start(Optional.of(initialised()), 0)) {
            int port = server.port();
            keep(server);
            server.stop();
            assertThat(server.isRunning()).isFalse();
            assertThatThrownBy(() -> query(server, COUNT)).isInstanceOf(SQLException.class);
            server.startAgain();
            assertThat(server.port()).isEqualTo(port);
            assertThat(query(server, COUNT)).isEqualTo("1");
        }
    }

    @Test
    void dataSurviveAFreshStartOnTheDirectory() throws Exception {
        try (PostgresServer first = PostgresServer.start(Optional.of(initialised()), 0)) {
            keep(first);
        }
        try (PostgresServer second = PostgresServer.start(Optional.of(temp), 0)) {
            assertThat(query(second, COUNT)).isEqualTo("1");
        }
    }

    @Test
    void throwAwayDataAreGoneAfterClose() throws SQLException {
        PostgresServer server = PostgresServer.start(Optional.empty(), 0);
        Path data = Path.of(query(server, "show data_directory"));
        assertThat(data).isDirectory();
        server.close();
        server.close();
        assertThat(data.getParent()).doesNotExist();
        assertThatThrownBy(server::startAgain).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopEndsSessionsAndStoppingTwiceIsNothing() throws Exception {
        try (PostgresServer server = PostgresServer.start(Optional.of(initialised()), 0);
                Connection session = connect(server)) {
            server.startAgain();
            assertThat(session.isValid(60)).isTrue();
            server.stop();
            server.stop();
            assertThat(session.isValid(60)).isFalse();
        }
    }

    @Test
    void aServerLeftByAKilledProcessIsTakenOver() throws Exception {
        ProcessHandle orphan;
        try (ForkedJvm other = ForkedJvm.run(RunPostgres.class, initialised().toString())) {
            String url = other.readLine();
            try (Connection session = DriverManager.getConnection(url, PostgresServer.SUPERUSER, "")) {
                keep(session);
                other.kill();
                orphan = new PostmasterFile(temp.toRealPath().resolve("data"))
                        .runningServer()
                        .orElseThrow();
                assertThat(session.isValid(60)).isTrue();
                int samePort = URI.create(url.substring("jdbc:".length())).getPort();
                try (PostgresServer server = PostgresServer.start(Optional.of(temp), samePort)) {
                    assertThat(orphan.onExit()).succeedsWithin(Duration.ofMinutes(1));
                    assertThat(query(server, COUNT)).isEqualTo("1");
                }
            }
        }
    }

    @Test
    void aKilledServerRecoversWhatItHadCommitted() throws Exception {
        try (PostgresServer server = PostgresServer.start(Optional.of(initialised()), 0)) {
            keep(server);
            ProcessHandle postmaster = new PostmasterFile(temp.toRealPath().resolve("data"))
                    .runningServer()
                    .orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            assertThat(server.isRunning()).isFalse();
            server.startAgain();
            assertThat(query(server, COUNT)).isEqualTo("1");
        }
    }

    /** As after a power cut: the file names nobody, an unrelated process, or is damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"2147483646\n", "SELF\n", "", "rubbish\n"})
    void aStaleProcessFileIsNoObstacle(String content) throws Exception {
        Path data = temp.resolve("data");
        try (PostgresServer first = PostgresServer.start(Optional.of(initialised()), 0)) {
            keep(first);
        }
        String self = Long.toString(ProcessHandle.current().pid());
        Files.writeString(data.resolve("postmaster.pid"), content.replace("SELF", self));
        try (PostgresServer second = PostgresServer.start(Optional.of(temp), 0)) {
            assertThat(query(second, COUNT)).isEqualTo("1");
        }
    }

    @Test
    void anInitialisationThatWasCutOffIsDoneAgain() throws Exception {
        Files.writeString(
                Files.createDirectories(temp.resolve("data.unfinished")).resolve("PG_VERSION"), "18\n");
        try (PostgresServer server = PostgresServer.start(Optional.of(temp), 0)) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
        assertThat(temp.resolve("data.unfinished")).doesNotExist();
    }

    @Test
    void foreignFilesAreNeverOverwritten() throws IOException {
        Path foreign =
                Files.writeString(Files.createDirectories(temp.resolve("data")).resolve("notes"), "mine");
        assertThatThrownBy(() -> PostgresServer.start(Optional.of(temp), 0)).isInstanceOf(StartupException.class);
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void aPortInUseIsRefused() throws IOException {
        initialised();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(Optional.of(temp), taken.getLocalPort()))
                    .isInstanceOf(StartupException.class)
                    .hasMessage("Port %d (waypost.postgres.port) is already in use", taken.getLocalPort());
        }
    }

    /** The test's directory, with a cluster in it. */
    private Path initialised() throws IOException {
        try (Stream<Path> files = Files.walk(fresh)) {
            for (Path file : files.toList()) {
                Files.copy(file, temp.resolve(fresh.relativize(file)), COPY_ATTRIBUTES, REPLACE_EXISTING);
            }
        }
        return temp;
    }

    private static void keep(PostgresServer server) throws SQLException {
        try (Connection connection = connect(server)) {
            keep(connection);
        }
    }

    private static void keep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table kept (id int)");
            statement.execute("insert into kept values (1)");
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), PostgresServer.SUPERUSER, "");
    }
}
