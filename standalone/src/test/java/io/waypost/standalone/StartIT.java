package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the service starts, for the person who starts it. */
@Order(2)
class StartIT {

    private static final Pattern PASSWORD = Pattern.compile("Admin +admin, password (\\S+)");

    /** On a busy machine Kafka may be late, and the relay would say so. */
    private static final String PATIENT = "--waypost.relay.patience=1m";

    @TempDir
    private Path directory;

    @Test
    void theFirstStartSaysAPasswordThatWorksAndTheSecondKeepsEverything() {
        Path data = directory.resolve("data");
        String password;
        Api earlier;
        long course;
        try (ForkedWaypost first = ForkedWaypost.start(data, PATIENT).untilReady()) {
            password = first.found(PASSWORD).orElseThrow();
            Api api = signedIn(first, password);
            earlier = api;
            course = new Authoring(api).course("Kept");
            assertThat(api.get("/actuator/health")
                            .expect(200)
                            .body()
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(Api.of(first.url())
                            .get("/v3/api-docs")
                            .expect(200)
                            .body()
                            .path("paths")
                            .size())
                    .isPositive();
            assertNoWarnings(first);
        }

        try (ForkedWaypost second = ForkedWaypost.start(data, PATIENT).untilReady()) {
            assertThat(second.found(PASSWORD)).isEmpty();
            // The signing key is kept, so nobody is signed out by a restart.
            earlier.at(second.url()).get("/api/auth/me").expect(200);
            Answer kept =
                    signedIn(second, password).get("/api/courses/" + course).expect(200);
            assertThat(kept.body().path("title").asString()).isEqualTo("Kept");
            assertNoWarnings(second);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.port", "waypost.postgres.port", "waypost.kafka.port"})
    void aTakenPortIsOneLineAndExitCode1(String setting) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            try (ForkedWaypost waypost = ForkedWaypost.start(directory.resolve("data"), "--" + setting + "=" + port)) {
                assertThat(waypost.exitCode()).isEqualTo(1);
                assertThat(waypost.lines()).containsExactly("Port " + port + " (" + setting + ") is already in use");
            }
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsOneLineAndExitCode1() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "no directory");

        try (ForkedWaypost waypost = ForkedWaypost.start(file)) {
            assertThat(waypost.exitCode()).isEqualTo(1);
            assertThat(waypost.lines()).containsExactly("The data directory " + file + " cannot be written");
        }
    }

    @Test
    void aDirectoryInUseIsOneLineAndExitCode1() throws Exception {
        Path data = directory.resolve("data");
        try (ForkedWaypost first = ForkedWaypost.start(data).untilReady();
                ForkedWaypost second = ForkedWaypost.start(data)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.lines()).containsExactly("The data directory " + data + " is in use by another process");
            Api.of(first.url()).get("/actuator/health").expect(200);
        }
    }

    private static void assertNoWarnings(ForkedWaypost waypost) {
        assertThat(waypost.output()).doesNotContain(" WARN ", " ERROR ", "WARNING");
    }

    private static Api signedIn(ForkedWaypost waypost, String password) {
        Api api = Api.of(waypost.url());
        return api.withToken(api.post("/api/auth/login", Map.of("username", "admin", "password", password))
                .expect(200)
                .body()
                .path("access_token")
                .asString());
    }
}
