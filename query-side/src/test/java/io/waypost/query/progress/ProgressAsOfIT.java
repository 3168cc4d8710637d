package io.waypost.query.progress;

import static io.waypost.query.progress.Learning.assigned;
import static io.waypost.query.progress.Learning.completed;
import static io.waypost.query.progress.Learning.course;
import static io.waypost.query.progress.Learning.module;
import static io.waypost.query.progress.Learning.post;
import static io.waypost.query.progress.Learning.reopened;
import static io.waypost.query.progress.Learning.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserRegistered;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Progress as it was at a moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressAsOfIT {

    private static final long LEARNER = 5;

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String learner = tokens.of(LEARNER, SystemRole.USER);
    private final String manager = tokens.of(1, SystemRole.MANAGER);

    private long structure;
    private long registered;
    private long given;
    private long done;
    private long undone;

    @BeforeAll
    void live() {
        structure =
                log.append(List.of(course(20), module(30), shown(20, 30, 30), post(30, 40, 40), post(30, 41, 40, 41)));
        registered = log.append(List.of(new UserRegistered(new UserId(LEARNER), SystemRole.USER)));
        given = log.append(List.of(assigned(LEARNER, 20)));
        done = log.append(List.of(completed(LEARNER, 40)));
        undone = log.append(List.of(reopened(LEARNER, 40)));
        node.awaitPosition(undone, learner);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me/progress", "/api/users/5/progress"})
    void tellsWhatWasSoThen(String path) {
        assertThat(asOf(path, registered).body().toString()).isEqualTo("[]");
        assertThat(asOf(path, given).body().at("/0/percent").asInt()).isZero();
        Answer then = asOf(path, done);
        assertThat(then.body().at("/0/percent").asInt()).isEqualTo(50);
        assertThat(then.body().at("/0/next_post_id").asLong()).isEqualTo(41);
        assertThat(then.header("Waypost-As-Of")).contains(String.valueOf(done));
        assertThat(asOf(path, undone).body()).isEqualTo(node.get(path, learner).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me/progress", "/api/users/5/progress"})
    void takesATimeAsWell(String path) {
        assertThat(node.get(path + "?as_of=" + Instant.now(), learner).body())
                .isEqualTo(node.get(path, learner).body());
        assertThat(node.get(path + "?as_of=2000-01-01T00:00:00Z", learner).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me/progress", "/api/users/5/progress"})
    void refusesWhatIsNoMomentOrAhead(String path) {
        for (String moment : List.of("yesterday", "", "-1", "1.5", "999999", "2999-01-01T00:00:00Z")) {
            assertThat(node.get(path + "?as_of=" + moment, learner).status())
                    .as(moment)
                    .isEqualTo(422);
        }
    }

    @Test
    void aUserWhoDidNotExistThenIsNotFound() {
        assertThat(asOf("/api/me/progress", structure).status()).isEqualTo(404);
        assertThat(node.get("/api/users/5/progress?as_of=" + structure, manager).status())
                .isEqualTo(404);
    }

    @Test
    void whoMayAskIsDecidedByThePresent() {
        String other = tokens.of(6, SystemRole.USER);

        assertThat(node.get("/api/users/5/progress?as_of=" + done, other).status())
                .isEqualTo(403);
        assertThat(node.get("/api/users/5/progress?as_of=" + done, manager).status())
                .isEqualTo(200);
        assertThat(node.get("/api/users/99/progress?as_of=" + done, manager).status())
                .isEqualTo(404);
    }

    private Answer asOf(String path, long position) {
        return node.get(path + "?as_of=" + position, learner);
    }
}
