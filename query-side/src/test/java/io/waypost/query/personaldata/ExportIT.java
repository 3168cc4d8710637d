package io.waypost.query.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

    private static final UserId USER = new UserId(17);
    private static final UserId ERASED = new UserId(18);
    private static final CourseId COURSE = new CourseId(1);
    private static final int MANY = 2_500;

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String admin = tokens.of(1, SystemRole.ADMIN);
    private final String user = tokens.of(17, SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        accounts.add(1, "root", SystemRole.ADMIN);
        accounts.add(17, "ada", SystemRole.USER);
        accounts.add(19, "busy", SystemRole.USER);
        log.append(new UserEvent.UserRegistered(USER, SystemRole.USER));
        log.appendBy(1, new LearnerEvent.CourseAssignedToLearner(LearnerId.of(USER), COURSE));
        log.appendBy(17, new CourseEvent.CourseCreated(COURSE, "Not told in the export", Optional.empty()));
        log.append(new UserEvent.UserRegistered(ERASED, SystemRole.USER), new UserEvent.UserErased(ERASED));
        log.append(new UserEvent.UserRegistered(new UserId(19), SystemRole.USER));
        for (int i = 0; i < MANY / 500; i++) {
            log.appendBy(
                    19,
                    LongStream.range(0, 500)
                            .mapToObj(course -> new LearnerEvent.CourseAssignedToLearner(
                                    new LearnerId(19), new CourseId(course + 1)))
                            .toArray());
        }
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aUserTakesHomeEverythingThatIsHeldAboutThem() {
        Answer answer = node.get("/api/users/17/export", user);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"waypost-user-17.json\"");
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        JsonNode document = answer.body();
        assertThat(document.propertyNames()).startsWith("account").endsWith("history", "actions");
        assertThat(document.get("account"))
                .isEqualTo(node.get("/api/users/17", user).body());
        assertThat(document.get("history"))
                .isEqualTo(node.get("/api/users/17/history", admin).body().get("items"));
        assertThat(document.get("history").size()).isEqualTo(2);
        assertThat(document.get("actions").toString())
                .isEqualTo("[{\"position\":3,\"type\":\"CourseCreated\",\"at\":\"2026-01-01T00:00:02Z\"}]");
    }

    @Test
    void anAdminMayTakeItForThem() {
        assertThat(node.get("/api/users/17/export", admin).body())
                .isEqualTo(node.get("/api/users/17/export", user).body());
    }

    @Test
    void nothingIsLeftOutHoweverMuchThereIs() {
        JsonNode document = node.get("/api/users/19/export", admin).body();

        List<Long> history = positions(document.get("history"));
        List<Long> actions = positions(document.get("actions"));
        assertThat(history).hasSize(MANY + 1).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(history).doesNotHaveDuplicates();
        assertThat(actions).isEqualTo(history.subList(0, MANY));
    }

    private static List<Long> positions(JsonNode items) {
        List<Long> positions = new ArrayList<>();
        items.forEach(item -> positions.add(item.get("position").asLong()));
        return positions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/18/export", "/api/users/999/export", "/api/users/0/export"})
    void thereIsNothingOfOneWhoIsErasedOrNeverWas(String path) {
        Answer answer = node.get(path, admin);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(answer.body().get("detail").asString()).isEqualTo("User not found");
    }

    @Test
    void nobodyElseGetsItWhetherOrNotThereIsSuchAUser() {
        for (String path : List.of("/api/users/19/export", "/api/users/999/export")) {
            assertThat(node.get(path, user).status()).isEqualTo(403);
            assertThat(node.get(path, tokens.of(2, SystemRole.MANAGER)).status())
                    .isEqualTo(403);
            assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
        }
        assertThat(node.get("/api/users/x/export", user).status()).isEqualTo(422);
        Map<String, String> csv = Map.of("Authorization", "Bearer " + user, "Accept", "text/csv");
        assertThat(node.get("/api/users/17/export", csv).status()).isEqualTo(406);
    }
}
