package io.waypost.query.courseoutline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseQueriesIT {

    private static final CourseId FIRST = new CourseId(10);
    private static final CourseId SECOND = new CourseId(5);
    private static final ModuleId A = new ModuleId(21);
    private static final ModuleId B = new ModuleId(22);
    private static final ModuleId MISSING = new ModuleId(23);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String admin = tokens.of(1, SystemRole.ADMIN);
    private final String manager = tokens.of(2, SystemRole.MANAGER);
    private final String parent = tokens.of(3, SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        log.append(
                new CourseEvent.CourseCreated(FIRST, "First", Optional.of("About the first")),
                new CourseEvent.CourseCreated(SECOND, "Second", Optional.empty()),
                new ModuleEvent.ModuleCreated(A, "A", Optional.of("About A"), Optional.of(new Color("#aabbcc"))),
                new ModuleEvent.ModuleCreated(B, "B", Optional.empty(), Optional.empty()));
        log.append(
                new CourseEvent.ModuleAddedToCourse(FIRST, A, 0, List.of(A)),
                new CourseEvent.ModuleAddedToCourse(FIRST, MISSING, 1, List.of(A, MISSING)),
                new CourseEvent.ModuleAddedToCourse(FIRST, B, 0, List.of(B, MISSING, A)));
        awaitPosition();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private void awaitPosition() {
        long head = database.asOwner()
                .sql("select max(global_index) from waypost_write.domain_event")
                .query(Long.class)
                .single();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.get("/api/courses", admin)
                        .header("Waypost-As-Of")
                        .map(Long::parseLong)
                        .filter(position -> position >= head)
                        .isPresent());
    }

    @Test
    void anAdminsListShowsAllCoursesOldestFirst() {
        Answer answer = node.get("/api/courses", admin);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo("""
                [{"id":10,"title":"First","description":"About the first","created_at":"2026-01-01T00:00:00Z",\
                "updated_at":"2026-01-01T00:00:06Z","module_count":2},\
                {"id":5,"title":"Second","description":null,"created_at":"2026-01-01T00:00:01Z",\
                "updated_at":"2026-01-01T00:00:01Z","module_count":0}]""");
        assertThat(answer.header("ETag")).isEmpty();
    }

    @Test
    void othersListsShowOnlyAssignedCourses() {
        assertThat(node.get("/api/courses", manager).body().size()).isZero();
        assertThat(node.get("/api/courses", parent).body().size()).isZero();
    }

    @Test
    void aCourseShowsTheModulesThatExistDenselyInOrder() {
        Answer answer = node.get("/api/courses/10", manager);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("module_count").asInt()).isEqualTo(2);
        assertThat(answer.body().get("modules").toString()).isEqualTo("""
                [{"module_id":22,"module_title":"B","module_description":null,"module_color":null,"ordering":0},\
                {"module_id":21,"module_title":"A","module_description":"About A","module_color":"#aabbcc",\
                "ordering":1}]""");
        assertThat(node.get("/api/courses/10/modules", manager).body())
                .isEqualTo(answer.body().get("modules"));
    }

    @Test
    void theETagIsTheVersionAndNeverLeadsTo304() {
        assertThat(node.get("/api/courses/10", admin).header("ETag")).contains("\"3\"");

        Answer again =
                node.get("/api/courses/10", Map.of("Authorization", "Bearer " + admin, "If-None-Match", "\"3\""));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("id").asLong()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/courses/10", "/api/courses/10/modules"})
    void aCourseThatIsNotAssignedIsForbidden(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(403);
        assertThat(node.get(path, parent).body().get("code").asString()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/courses/99", "/api/courses/0", "/api/courses/-1", "/api/courses/99999999999999999999"})
    void aCourseThatDoesNotExistIsNotFoundForEveryone(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(404);
        assertThat(node.get(path, admin).body().get("detail").asString()).isEqualTo("Course not found");
    }

    @Test
    void anIdThatIsNoNumberIsInvalid() {
        assertThat(node.get("/api/courses/ten", parent).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/courses", "/api/courses/10", "/api/courses/10/modules", "/api/courses/ten"})
    void nothingIsSaidWithoutAValidToken(String path) {
        assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
        assertThat(node.get(path, tokens.expired(1, SystemRole.ADMIN)).status()).isEqualTo(401);
    }

    @Test
    void aGapThatNeverFillsDoesNotHoldThePositionBack() {
        log.leaveGap();
        long position = log.append(new ModuleEvent.ModuleRevised(B, "B", Optional.empty(), Optional.empty()));

        awaitPosition();
        assertThat(node.get("/api/courses", admin).header("Waypost-As-Of")).contains(Long.toString(position));
    }
}
