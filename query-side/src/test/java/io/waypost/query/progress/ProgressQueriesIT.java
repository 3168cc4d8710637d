package io.waypost.query.progress;

import static io.waypost.query.progress.Learning.assigned;
import static io.waypost.query.progress.Learning.completed;
import static io.waypost.query.progress.Learning.course;
import static io.waypost.query.progress.Learning.courseCompleted;
import static io.waypost.query.progress.Learning.courseDeleted;
import static io.waypost.query.progress.Learning.module;
import static io.waypost.query.progress.Learning.modulesReordered;
import static io.waypost.query.progress.Learning.post;
import static io.waypost.query.progress.Learning.postRemoved;
import static io.waypost.query.progress.Learning.postsReordered;
import static io.waypost.query.progress.Learning.reopened;
import static io.waypost.query.progress.Learning.shown;
import static io.waypost.query.progress.Learning.waived;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.query.testing.EventLog;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Each test has a course of its own with three posts in two modules, assigned to a user of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressQueriesIT {

    private static final long MANAGER = 1;

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String manager = tokens.of(MANAGER, SystemRole.MANAGER);
    private final AtomicLong lastId = new AtomicLong(1_000);

    private long user;
    private long course;
    private long module;
    private long second;
    private long a;
    private long b;
    private long c;
    private String token = "";

    @BeforeAll
    void warmUp() {
        happened(course(1), module(2));
    }

    @BeforeEach
    void someoneNewWithACourse() {
        user = lastId.incrementAndGet();
        course = lastId.incrementAndGet();
        module = lastId.incrementAndGet();
        second = lastId.incrementAndGet();
        // The order in which they stand is not that of their numbers.
        c = lastId.incrementAndGet();
        b = lastId.incrementAndGet();
        a = lastId.incrementAndGet();
        token = tokens.of(user, SystemRole.USER);
        happened(
                course(course),
                module(module),
                module(second),
                post(module, b, b),
                post(module, a, a, b),
                post(second, c, c),
                shown(course, second, second),
                shown(course, module, module, second),
                assigned(user, course));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private void happened(Object... events) {
        node.awaitPosition(log.append(events), manager);
    }

    private Instant lastEventAt() {
        return log.events().getLast().at();
    }

    private JsonNode own() {
        Answer answer = node.get("/api/me/progress", token);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** The figures of the one course. */
    private String figures() {
        JsonNode all = own();
        assertThat(all.size()).isEqualTo(1);
        JsonNode one = all.get(0);
        return one.get("completed_posts") + "/" + one.get("total_posts") + " " + one.get("percent") + "% new "
                + one.get("new_posts") + " next " + one.get("next_post_id");
    }

    @Test
    void aCourseThatIsAssignedIsThereBeforeAnythingIsDone() {
        assertThat(own().toString()).isEqualTo("""
                        [{"course_id":%d,"course_title":"Course %d","completed_posts":0,"total_posts":3,"percent":0,\
                        "completed_at":null,"new_posts":0,"last_activity_at":null,"next_post_id":%d}]""".formatted(course, course, a));
    }

    @Test
    void theFiguresFollowWhatIsDone() {
        happened(completed(user, b));
        assertThat(figures()).isEqualTo("1/3 33% new 0 next " + a);
        assertThat(own().get(0).get("last_activity_at").asString())
                .isEqualTo(lastEventAt().toString());

        happened(completed(user, a));
        assertThat(figures()).isEqualTo("2/3 66% new 0 next " + c);

        happened(reopened(user, b), waived(user, c, MANAGER));
        assertThat(figures()).isEqualTo("2/3 66% new 0 next " + b);
    }

    @Test
    void theNextPostFollowsTheOrderAsItIsNow() {
        happened(modulesReordered(course, second, module), postsReordered(module, b, a));
        assertThat(figures()).endsWith("next " + c);

        happened(completed(user, c));
        assertThat(figures()).endsWith("next " + b);
    }

    @Test
    void whatComesAfterCompletionIsNewAndTakesNothingAway() {
        happened(completed(user, a), completed(user, b), completed(user, c));
        happened(courseCompleted(user, course, lastEventAt()));
        assertThat(figures()).isEqualTo("3/3 100% new 0 next null");
        String completedAt = own().get(0).get("completed_at").asString();
        assertThat(Instant.parse(completedAt)).isAfterOrEqualTo(Happened.START);

        long d = lastId.incrementAndGet();
        long e = lastId.incrementAndGet();
        long third = lastId.incrementAndGet();
        happened(post(second, d, c, d), module(third), post(third, e, e), shown(course, third, module, second, third));
        assertThat(figures()).isEqualTo("3/5 100% new 2 next " + d);

        happened(completed(user, e));
        assertThat(figures()).isEqualTo("4/5 100% new 1 next " + d);
        assertThat(own().get(0).get("completed_at").asString()).isEqualTo(completedAt);
    }

    @Test
    void anOldPostInAModuleThatCameLaterIsNew() {
        long old = lastId.incrementAndGet();
        long third = lastId.incrementAndGet();
        happened(module(third), post(third, old, old), completed(user, a), completed(user, b), completed(user, c));
        happened(courseCompleted(user, course, lastEventAt()), shown(course, third, module, second, third));

        assertThat(figures()).isEqualTo("3/4 100% new 1 next " + old);
    }

    @Test
    void aPostThatIsReopenedAfterCompletionIsNotNew() {
        happened(completed(user, a), completed(user, b), completed(user, c));
        happened(courseCompleted(user, course, lastEventAt()), reopened(user, b));

        assertThat(figures()).isEqualTo("2/3 100% new 0 next " + b);
    }

    @Test
    void aRemovedPostLeavesBothNumbers() {
        happened(completed(user, a), completed(user, c), postRemoved(module, a, b));

        assertThat(figures()).isEqualTo("1/2 50% new 0 next " + b);
    }

    @Test
    void onePostCountsInEveryCourseThatShowsIt() {
        long other = lastId.incrementAndGet();
        happened(course(other), shown(other, second, second), assigned(user, other), completed(user, c));

        JsonNode courses = own();

        assertThat(courses.findValuesAsString("course_id"))
                .containsExactly(Long.toString(course), Long.toString(other));
        assertThat(courses.findValuesAsString("percent")).containsExactly("33", "100");
    }

    @Test
    void aCourseWithoutPostsIsAtZero() {
        long empty = lastId.incrementAndGet();
        happened(course(empty), assigned(user, empty));

        JsonNode answer = own().get(1);

        assertThat(answer.get("percent").asInt()).isZero();
        assertThat(answer.get("total_posts").asInt()).isZero();
        assertThat(answer.get("next_post_id").isNull()).isTrue();
    }

    @Test
    void whatWasDoneCountsAgainWhenOneReturns() {
        GroupId group = new GroupId(lastId.incrementAndGet());
        UserId member = new UserId(lastId.incrementAndGet());
        CourseId given = new CourseId(course);
        token = tokens.of(member.value(), SystemRole.USER);
        happened(
                new GroupEvent.GroupCreated(group, "Group", Optional.empty(), new UserId(MANAGER)),
                new GroupEvent.CourseAssignedToGroup(group, given, 0, List.of(given)),
                new GroupEvent.MemberAddedToGroup(group, member, GroupRole.MEMBER),
                completed(member.value(), a));
        assertThat(figures()).isEqualTo("1/3 33% new 0 next " + b);

        happened(new GroupEvent.MemberRemovedFromGroup(group, member));
        assertThat(own().size()).isZero();

        happened(new GroupEvent.MemberAddedToGroup(group, member, GroupRole.MEMBER));
        assertThat(figures()).isEqualTo("1/3 33% new 0 next " + b);
    }

    @Test
    void aDeletedCourseIsNotThere() {
        happened(completed(user, a), courseDeleted(course));

        assertThat(own().size()).isZero();
    }

    @Test
    void managersAndThePersonSeeTheProgressOfAPerson() {
        happened(completed(user, a));
        Answer answer = node.get("/api/users/" + user + "/progress", manager);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).isPresent();
        assertThat(answer.body()).isEqualTo(own());
        assertThat(node.get("/api/users/" + user + "/progress", token).body()).isEqualTo(own());
    }

    @Test
    void othersDoNotWhetherOrNotThePersonExists() {
        String other = tokens.of(lastId.incrementAndGet(), SystemRole.USER);

        assertThat(node.get("/api/users/" + user + "/progress", other).status()).isEqualTo(403);
        assertThat(node.get("/api/users/999999/progress", other).status()).isEqualTo(403);
        assertThat(node.get("/api/users/999999/progress", manager).status()).isEqualTo(404);
        assertThat(node.get("/api/users/0/progress", manager).status()).isEqualTo(404);
        assertThat(node.get("/api/users/x/progress", manager).status()).isEqualTo(422);
        assertThat(node.get("/api/me/progress", Map.of()).status()).isEqualTo(401);
    }
}
