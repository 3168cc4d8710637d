package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A command that loses a race and is not tried again. */
class ConflictIT {

    private RunningWaypost waypost;

    @BeforeEach
    void start() {
        waypost = SharedWaypost.start("--waypost.commands.retries=0");
    }

    @AfterEach
    void stop() {
        waypost.close();
    }

    @Test
    void isAnsweredWith409AndChangesNothing() throws Exception {
        Api api = Api.of(waypost.url()).signedInAsAdmin();
        long course = new Authoring(api).course("Contended");
        String path = "/api/courses/" + course;
        api.get(path).expect(200);
        try (Connection rival = DriverManager.getConnection(waypost.postgres().jdbcUrl("waypost"), "postgres", "")) {
            rival.setAutoCommit(false);
            append(rival, course);
            CompletableFuture<Answer> loser =
                    CompletableFuture.supplyAsync(() -> api.patch(path, Map.of("title", "Loser")));
            await().atMost(Duration.ofMinutes(1)).until(this::someoneWaitsForTheRival);
            rival.commit();

            loser.get(1, TimeUnit.MINUTES).expectProblem(409, "conflict");
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                api.get(path).expect(200).body().path("title").asString())
                        .isEqualTo("Rival"));
        // A rule that says no is still told apart from a race, and the next one wins.
        api.patch(path, Map.of("title", " ")).expectProblem(400, "text_blank");
        api.patch(path, Map.of("title", "Later")).expect(200);
    }

    private boolean someoneWaitsForTheRival() {
        return waypost.context()
                .getBean(JdbcClient.class)
                .sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    /** What another command node would append, not yet committed. */
    private static void append(Connection rival, long course) throws SQLException {
        try (Statement statement = rival.createStatement()) {
            statement.execute("""
                    insert into waypost_write.domain_event
                           (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type, revision,
                            payload, metadata)
                    values ('%s', 'course-%d', 1, 'Course', '2026-01-01T00:00:00.000Z', 'CourseRevised', '1',
                            '{"course_id":%d,"title":"Rival","description":null}', '{}')""".formatted(UUID.randomUUID(), course, course));
        }
    }
}
