package io.waypost.query.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
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
class AssignmentQueriesIT {

    private static final CourseId A = new CourseId(10);
    private static final CourseId B = new CourseId(5);
    private static final CourseId C = new CourseId(7);
    private static final CourseId DELETED = new CourseId(8);
    private static final GroupId FIRST = new GroupId(50);
    private static final GroupId SECOND = new GroupId(20);
    private static final GroupId EMPTY = new GroupId(30);
    private static final UserId ADA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final UserId CY = new UserId(3);

    private final TestDatabase database = TestDatabase.create();
    private final Accounts accounts = new Accounts(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(ADA.value(), SystemRole.MANAGER);
    private final String bo = tokens.of(BO.value(), SystemRole.USER);
    private final String cy = tokens.of(CY.value(), SystemRole.USER);

    @BeforeAll
    void appendEvents() {
        accounts.add(ADA.value(), "ada", SystemRole.MANAGER);
        accounts.add(BO.value(), "bo", SystemRole.USER);
        accounts.add(CY.value(), "cy", SystemRole.USER);
        ModuleId module = new ModuleId(70);
        ModuleId missing = new ModuleId(71);
        long head = new EventLog(database)
                .append(
                        new CourseEvent.CourseCreated(A, "A", Optional.of("About A")),
                        new CourseEvent.CourseCreated(B, "B", Optional.empty()),
                        new CourseEvent.CourseCreated(C, "C", Optional.empty()),
                        new CourseEvent.CourseCreated(DELETED, "Deleted", Optional.empty()),
                        new ModuleEvent.ModuleCreated(module, "Module", Optional.empty(), Optional.empty()),
                        new CourseEvent.ModuleAddedToCourse(A, module, 0, List.of(module)),
                        new CourseEvent.ModuleAddedToCourse(A, missing, 1, List.of(module, missing)),
                        new GroupEvent.GroupCreated(FIRST, "First", Optional.empty(), ADA),
                        new GroupEvent.GroupCreated(SECOND, "Second", Optional.empty(), ADA),
                        new GroupEvent.GroupCreated(EMPTY, "Empty", Optional.empty(), ADA),
                        new GroupEvent.MemberAddedToGroup(FIRST, BO, GroupRole.MEMBER),
                        new GroupEvent.MemberAddedToGroup(SECOND, BO, GroupRole.MEMBER),
                        new GroupEvent.CourseAssignedToGroup(FIRST, A, 0, List.of(A)),
                        new GroupEvent.CourseAssignedToGroup(FIRST, DELETED, 0, List.of(DELETED, A)),
                        new GroupEvent.CourseAssignedToGroup(FIRST, B, 0, List.of(B, DELETED, A)),
                        new GroupEvent.CourseAssignedToGroup(SECOND, B, 0, List.of(B)),
                        new LearnerEvent.CourseAssignedToLearner(LearnerId.of(BO), B),
                        new LearnerEvent.CourseAssignedToLearner(LearnerId.of(BO), C),
                        new LearnerEvent.CourseAssignedToLearner(LearnerId.of(BO), DELETED),
                        new CourseEvent.CourseDeleted(DELETED));
        node.awaitPosition(head, manager);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aGroupShowsItsCoursesInItsOrder() {
        Answer answer = node.get("/api/groups/50/courses", bo);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).contains("\"4\"");
        assertThat(answer.body().toString()).isEqualTo("""
                [{"id":5,"title":"B","description":null,"created_at":"2026-01-01T00:00:01Z",\
                "updated_at":"2026-01-01T00:00:01Z","module_count":0},\
                {"id":10,"title":"A","description":"About A","created_at":"2026-01-01T00:00:00Z",\
                "updated_at":"2026-01-01T00:00:06Z","module_count":1}]""");
        assertThat(node.get("/api/groups/50/courses", manager).body()).isEqualTo(answer.body());
    }

    @Test
    void aGroupWithoutCoursesShowsNone() {
        assertThat(node.get("/api/groups/30/courses", manager).body().toString())
                .isEqualTo("[]");
    }

    @Test
    void theCoursesOfAGroupThatOneIsNotInAreForbidden() {
        assertThat(node.get("/api/groups/50/courses", cy).status()).isEqualTo(403);
        assertThat(node.get("/api/groups/30/courses", bo).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/groups/99/courses", "/api/groups/0/courses", "/api/groups/-4/courses"})
    void theCoursesOfAGroupThatDoesNotExistAreNotFound(String path) {
        assertThat(node.get(path, cy).status()).isEqualTo(404);
        assertThat(node.get(path, manager).body().get("detail").asString()).isEqualTo("Group not found");
    }

    @Test
    void aUserSeesEachCourseOnceWithAllItsSources() {
        Answer answer = node.get("/api/users/2/courses", bo);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo("""
                [{"id":10,"title":"A","description":"About A","created_at":"2026-01-01T00:00:00Z",\
                "updated_at":"2026-01-01T00:00:06Z","module_count":1,\
                "sources":[{"type":"group","group_id":50}]},\
                {"id":5,"title":"B","description":null,"created_at":"2026-01-01T00:00:01Z",\
                "updated_at":"2026-01-01T00:00:01Z","module_count":0,\
                "sources":[{"type":"direct"},{"type":"group","group_id":20},{"type":"group","group_id":50}]},\
                {"id":7,"title":"C","description":null,"created_at":"2026-01-01T00:00:02Z",\
                "updated_at":"2026-01-01T00:00:02Z","module_count":0,"sources":[{"type":"direct"}]}]""");
        assertThat(node.get("/api/users/2/courses", manager).body()).isEqualTo(answer.body());
    }

    @Test
    void aUserWithoutCoursesSeesNone() {
        assertThat(node.get("/api/users/3/courses", cy).body().toString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/2/courses", "/api/users/99/courses", "/api/users/0/courses"})
    void theCoursesOfOthersAreForbiddenWhetherOrNotTheyExist(String path) {
        assertThat(node.get(path, cy).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/99/courses", "/api/users/0/courses", "/api/users/99999999999999999999/courses"})
    void theCoursesOfAUserWhoDoesNotExistAreNotFound(String path) {
        assertThat(node.get(path, manager).status()).isEqualTo(404);
        assertThat(node.get(path, manager).body().get("detail").asString()).isEqualTo("User not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/groups/x/courses", "/api/users/x/courses"})
    void anIdThatIsNoNumberIsInvalid(String path) {
        assertThat(node.get(path, cy).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/groups/50/courses", "/api/users/2/courses"})
    void nothingIsSaidWithoutAToken(String path) {
        assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void theExportTellsOfAPersonsCourses() {
        CoursesOfPerson part = node.bean(CoursesOfPerson.class);

        assertThat(part.section()).isEqualTo("courses");
        assertThat(part.of(BO)).asString().isEqualTo("""
                [HeldCourse[courseId=10, title=A, sources=[Group[groupId=50]]], \
                HeldCourse[courseId=5, title=B, sources=[Direct[], Group[groupId=20], Group[groupId=50]]], \
                HeldCourse[courseId=7, title=C, sources=[Direct[]]]]""");
        assertThat(part.of(CY)).asString().isEqualTo("[]");
    }
}
