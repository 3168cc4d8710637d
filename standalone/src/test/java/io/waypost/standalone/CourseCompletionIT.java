package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.standalone.Learning.Learner;
import io.waypost.standalone.Learning.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That all posts of a course count is put on record once, by whatever it came about. */
@ExtendWith(SharedWaypost.class)
class CourseCompletionIT {

    private Api api;
    private Learning learning;
    private Groups groups;
    private Authoring author;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        learning = new Learning(signedIn, waypost);
        groups = new Groups(signedIn, waypost);
        author = new Authoring(signedIn);
    }

    @Test
    void theLastPostCompletesTheCourseForGood() {
        Shown shown = learning.course(2);
        Learner learner = learning.learner(shown.course());
        List<Long> posts = shown.posts();
        learner.complete(posts.get(0)).expect(200);
        assertThat(learner.completions(shown.course())).isZero();

        Answer last = learner.complete(posts.get(1)).expect(200);

        assertThat(learner.completions(shown.course())).isEqualTo(1);
        assertThat(last.header("Waypost-Projection")).isEmpty();
        assertThat(last.position())
                .isGreaterThanOrEqualTo(learning.jdbc()
                        .sql("select max(position) from waypost_write.event_log where aggregate_id = ?")
                        .param("learner-" + learner.id())
                        .query(Long.class)
                        .single());
        assertThat(completedAt(learner)).isEqualTo(occurredAt(learner, "PostCompleted"));

        learner.api().delete(Learning.completion(posts.get(1))).expect(204);
        learner.complete(posts.get(1)).expect(200);
        long later = author.post(shown.module(), "Later");
        learner.complete(later).expect(200);
        assertThat(learner.completions(shown.course())).isEqualTo(1);
    }

    @Test
    void oneCompletionCountsInEveryAssignedCourseThatShowsThePost() {
        Shown shown = learning.course(1);
        long other = author.course("Another that shows it");
        long unassigned = author.course("One that is not assigned");
        author.add(other, shown.module());
        author.add(unassigned, shown.module());
        Learner learner = learning.learner(shown.course(), other);

        learner.complete(shown.posts().getFirst()).expect(200);

        assertThat(learner.completions(shown.course())).isEqualTo(1);
        assertThat(learner.completions(other)).isEqualTo(1);
        assertThat(learner.completions(unassigned)).isZero();
    }

    @Test
    void aCourseThatUsersGetMayBeCompletedAlready() {
        Shown shown = learning.course(1);
        Learner direct = learning.learner(shown.course());
        Learner member = learning.learner(shown.course());
        Learner newcomer = learning.learner(shown.course());
        for (Learner each : List.of(direct, member, newcomer)) {
            each.complete(shown.posts().getFirst()).expect(200);
        }
        long same = author.course("The same once more");
        author.add(same, shown.module());

        learning.assign(direct.id(), same);
        assertThat(direct.completions(same)).isEqualTo(1);

        long group = groups.group();
        groups.add(group, member.id(), "member");
        api.post(Groups.courses(group), Map.of("course_id", same)).expect(201);
        assertThat(member.completions(same)).isEqualTo(1);

        groups.add(group, newcomer.id(), "member");
        assertThat(newcomer.completions(same)).isEqualTo(1);

        api.delete(Groups.member(group, member.id())).expect(204);
        groups.add(group, member.id(), "member");
        assertThat(member.completions(same)).isEqualTo(1);
    }

    @Test
    void whatGoesOutOfACourseMayCompleteIt() {
        Shown byPost = learning.course(2);
        Shown byModule = learning.course(1);
        Shown byRemoval = learning.course(1);
        long deleted = author.module("To be deleted");
        author.post(deleted, "Open");
        author.add(byModule.course(), deleted);
        long removed = author.module("To be taken out");
        author.post(removed, "Open");
        author.add(byRemoval.course(), removed);
        Learner learner = learning.learner(byPost.course(), byModule.course(), byRemoval.course());
        for (Shown shown : List.of(byPost, byModule, byRemoval)) {
            learner.complete(shown.posts().getFirst()).expect(200);
            assertThat(learner.completions(shown.course())).isZero();
        }

        api.delete("/api/posts/" + byPost.posts().get(1)).expect(204);
        api.delete("/api/modules/" + deleted).expect(204);
        api.delete(Authoring.modulesOf(byRemoval.course()) + "/" + removed).expect(204);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            for (Shown shown : List.of(byPost, byModule, byRemoval)) {
                assertThat(learner.completions(shown.course())).isEqualTo(1);
            }
        });
    }

    @Test
    void aModuleWhosePostsCountMayCompleteACourse() {
        Shown shown = learning.course(1);
        long empty = author.course("Empty so far");
        Learner learner = learning.learner(shown.course(), empty);
        learner.complete(shown.posts().getFirst()).expect(200);
        assertThat(learner.completions(empty)).isZero();

        author.add(empty, shown.module());

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(learner.completions(empty)).isEqualTo(1));
    }

    @Test
    void whoeverHasNoAccessAnyMoreCompletesNothing() {
        Shown shown = learning.course(2);
        Learner learner = learning.learner(shown.course());
        Learner other = learning.learner(shown.course());
        learner.complete(shown.posts().get(0)).expect(200);
        other.complete(shown.posts().get(0)).expect(200);
        api.delete("/api/users/" + learner.id() + "/courses/" + shown.course()).expect(204);

        api.delete("/api/posts/" + shown.posts().get(1)).expect(204);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(other.completions(shown.course())).isEqualTo(1));
        assertThat(learner.completions(shown.course())).isZero();
        learning.assign(learner.id(), shown.course());
        assertThat(learner.completions(shown.course())).isEqualTo(1);
    }

    @RepeatedTest(3)
    void theLastPostsAtOnceCompleteItOnce() throws Exception {
        Shown shown = learning.course(8);
        Learner learner = learning.learner(shown.course());
        List<Callable<Answer>> completions = shown.posts().stream()
                .map(post -> (Callable<Answer>) () -> learner.complete(post))
                .toList();

        assertThat(ConcurrentEditsIT.inParallel(completions)).allSatisfy(answer -> answer.expect(200));

        assertThat(learner.events("PostCompleted")).hasSize(8);
        assertThat(learner.completions(shown.course())).isEqualTo(1);
    }

    private String completedAt(Learner learner) {
        return learning.jdbc()
                .sql("""
                        select ((payload ->> 'completed_at')::timestamptz)::text from waypost_write.event_log
                         where aggregate_id = ? and event_type = 'CourseCompleted'""")
                .param("learner-" + learner.id())
                .query(String.class)
                .single();
    }

    private String occurredAt(Learner learner, String type) {
        return learning.jdbc()
                .sql("""
                        select max(occurred_at)::text from waypost_write.event_log
                         where aggregate_id = ? and event_type = ?""")
                .param("learner-" + learner.id())
                .param(type)
                .query(String.class)
                .single();
    }
}
