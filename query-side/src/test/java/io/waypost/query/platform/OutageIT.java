package io.waypost.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.user.SystemRole;
import io.waypost.embedded.PostgresServer;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutageIT {

    private static final CourseId COURSE = new CourseId(1);

    @Test
    void viewsGoOnWithoutWaitingForTheirOwnNextAttemptAfterALongOutage(CapturedOutput output) {
        try (PostgresServer server = PostgresServer.start(Optional.empty(), 0)) {
            TestDatabase database = TestDatabase.create(server);
            String admin = new Tokens(database).of(1, SystemRole.ADMIN);
            EventLog log = new EventLog(database);
            try (QueryNode node = QueryNode.start(database)) {
                log.append(new CourseEvent.CourseCreated(COURSE, "Before", Optional.empty()));
                awaitTitle(node, admin, "Before");

                server.stop();
                // Long enough that the processors' own next attempts are 8 seconds away or more.
                await().pollDelay(Duration.ofSeconds(15))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> true);
                Answer refused = node.get("/api/courses/1", admin);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isPresent();
                server.startAgain();
                log.append(new CourseEvent.CourseRevised(COURSE, "After", Optional.empty()));

                awaitTitle(node, admin, "After");
                await().atMost(Duration.ofMinutes(1))
                        .until(() ->
                                output.toString().contains("The database is back; processor course-outline goes on"));
            }
        }
    }

    private static void awaitTitle(QueryNode node, String token, String title) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.get("/api/courses/1", token)
                        .body()
                        .path("title")
                        .asString("")
                        .equals(title));
    }
}
