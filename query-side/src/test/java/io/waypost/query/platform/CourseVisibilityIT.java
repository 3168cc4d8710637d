package io.waypost.query.platform;

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
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user sees what the groups and direct assignments give, for as long as one of them does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseVisibilityIT {

    private static final CourseId COURSE = new CourseId(10);
    private static final CourseId OTHER = new CourseId(11);
    private static final ModuleId MODULE = new ModuleId(20);
    private static final ModuleId ELSEWHERE = new ModuleId(21);
    private static final PostId POST = new PostId(30);
    private static final UserId OWNER = new UserId(1);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String admin = tokens.of(9, SystemRole.ADMIN);
    private final AtomicLong lastId = new AtomicLong(100);

    private UserId user = OWNER;
    private GroupId group = new GroupId(0);
    private GroupId secondGroup = new GroupId(0);

    @BeforeAll
    void author() {
        PostContent text = new PostContent.DefaultContent("Hello", Optional.empty());
        happened(
                new CourseEvent.CourseCreated(COURSE, "Course", Optional.empty()),
                new CourseEvent.CourseCreated(OTHER, "Other", Optional.empty()),
                new ModuleEvent.ModuleCreated(MODULE, "Module", Optional.empty(), Optional.empty()),
                new ModuleEvent.ModuleCreated(ELSEWHERE, "Elsewhere", Optional.empty(), Optional.empty()),
                new ModuleEvent.PostAddedToModule(MODULE, POST, "Post", Optional.empty(), text, 0, List.of(POST)),
                new CourseEvent.ModuleAddedToCourse(COURSE, MODULE, 0, List.of(MODULE)),
                new CourseEvent.ModuleAddedToCourse(OTHER, ELSEWHERE, 0, List.of(ELSEWHERE)));
    }

    @BeforeEach
    void someoneNewAndTwoNewGroups() {
        user = new UserId(lastId.incrementAndGet());
        group = new GroupId(lastId.incrementAndGet());
        secondGroup = new GroupId(lastId.incrementAndGet());
        happened(
                new GroupEvent.GroupCreated(group, "Group", Optional.empty(), OWNER),
                new GroupEvent.GroupCreated(secondGroup, "Second", Optional.empty(), OWNER));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private void happened(Object... events) {
        node.awaitPosition(log.append(events), admin);
    }

    private Object joins(GroupId joined) {
        return new GroupEvent.MemberAddedToGroup(joined, user, GroupRole.MEMBER);
    }

    private Object leaves(GroupId left) {
        return new GroupEvent.MemberRemovedFromGroup(left, user);
    }

    private static Object assigned(GroupId to) {
        return new GroupEvent.CourseAssignedToGroup(to, COURSE, 0, List.of(COURSE));
    }

    private Object assignedDirectly() {
        return new LearnerEvent.CourseAssignedToLearner(LearnerId.of(user), COURSE);
    }

    private Object unassignedDirectly() {
        return new LearnerEvent.CourseUnassignedFromLearner(LearnerId.of(user), COURSE);
    }

    private List<Integer> statuses(SystemRole role) {
        String token = tokens.of(user.value(), role);
        return Stream.of("/courses/10", "/courses/10/modules", "/modules/20", "/posts/30")
                .map(path -> node.get("/api" + path, token).status())
                .toList();
    }

    private void assertSees(SystemRole role) {
        assertThat(statuses(role)).containsOnly(200);
        String token = tokens.of(user.value(), role);
        assertThat(node.get("/api/courses", token).body().findValuesAsString("title"))
                .containsExactly("Course");
        assertThat(node.get("/api/courses/11", token).status()).isEqualTo(role == SystemRole.USER ? 403 : 200);
        assertThat(node.get("/api/modules/21", token).status()).isEqualTo(role == SystemRole.USER ? 403 : 200);
    }

    private void assertSeesNothing() {
        String token = tokens.of(user.value(), SystemRole.USER);
        assertThat(statuses(SystemRole.USER)).containsOnly(403);
        assertThat(node.get("/api/courses", token).body().toString()).isEqualTo("[]");
        assertThat(node.get("/api/modules", token).body().toString()).isEqualTo("[]");
    }

    @Test
    void whoHasNoCourseSeesNothing() {
        happened(assigned(group));

        assertSeesNothing();
    }

    @Test
    void aGroupGivesItsCoursesUntilOneLeaves() {
        happened(joins(group), assigned(group));
        assertSees(SystemRole.USER);
        assertThat(node.get("/api/modules", tokens.of(user.value(), SystemRole.USER))
                        .body()
                        .findValuesAsString("title"))
                .containsExactly("Module");

        happened(leaves(group));
        assertSeesNothing();
    }

    @Test
    void aGroupGivesACourseUntilItIsUnassigned() {
        happened(assigned(group), joins(group));
        assertSees(SystemRole.USER);

        happened(new GroupEvent.CourseUnassignedFromGroup(group, COURSE, List.of()));
        assertSeesNothing();
    }

    @Test
    void aGroupGivesItsCoursesUntilItIsDeleted() {
        happened(joins(group), assigned(group));
        assertSees(SystemRole.USER);

        happened(new GroupEvent.GroupDeleted(group));
        assertSeesNothing();
    }

    @Test
    void aDirectAssignmentGivesACourseUntilItIsTakenAway() {
        happened(assignedDirectly());
        assertSees(SystemRole.USER);

        happened(unassignedDirectly());
        assertSeesNothing();
    }

    @Test
    void aDirectAssignmentEndsWithTheUser() {
        happened(assignedDirectly());
        assertSees(SystemRole.USER);

        happened(new UserEvent.UserErased(user));
        assertSeesNothing();
    }

    @Test
    void accessEndsWithTheLastOfSeveralSources() {
        happened(joins(group), joins(secondGroup), assigned(group), assigned(secondGroup), assignedDirectly());
        assertSees(SystemRole.USER);

        happened(leaves(group));
        assertSees(SystemRole.USER);
        happened(unassignedDirectly());
        assertSees(SystemRole.USER);
        happened(leaves(secondGroup));
        assertSeesNothing();
    }

    @Test
    void aDeletedCourseGivesNothingBeforeItIsUnassigned() {
        CourseId doomed = new CourseId(lastId.incrementAndGet());
        happened(
                joins(group),
                new CourseEvent.CourseCreated(doomed, "Doomed", Optional.empty()),
                new CourseEvent.ModuleAddedToCourse(doomed, MODULE, 0, List.of(MODULE)),
                new GroupEvent.CourseAssignedToGroup(group, doomed, 0, List.of(doomed)),
                new LearnerEvent.CourseAssignedToLearner(LearnerId.of(user), doomed));
        String token = tokens.of(user.value(), SystemRole.USER);
        assertThat(node.get("/api/posts/30", token).status()).isEqualTo(200);

        happened(new CourseEvent.CourseDeleted(doomed));

        assertSeesNothing();
    }

    @ParameterizedTest
    @EnumSource(names = {"MANAGER", "ADMIN"})
    void managersOpenEverythingWithoutAnyAssignment(SystemRole role) {
        assertThat(statuses(role)).containsOnly(200);
    }

    @Test
    void aManagersListOfCoursesShowsWhatIsAssignedToThem() {
        String token = tokens.of(user.value(), SystemRole.MANAGER);
        assertThat(node.get("/api/courses", token).body().toString()).isEqualTo("[]");

        happened(joins(group), assigned(group));

        assertSees(SystemRole.MANAGER);
    }
}
