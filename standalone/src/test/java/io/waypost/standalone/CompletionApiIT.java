package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.Learning.Learner;
import io.waypost.standalone.Learning.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Posts are completed by hand and reopened, by whom an assigned course shows them, as the contract has it. */
@ExtendWith(SharedWaypost.class)
class CompletionApiIT {

    private Api api;
    private Learning learning;
    private Groups groups;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        learning = new Learning(signedIn, waypost);
        groups = new Groups(signedIn, waypost);
    }

    @Test
    void aPostIsCompletedOnce() {
        Shown shown = learning.course(2);
        Learner learner = learning.learner(shown.course());
        long post = shown.posts().getFirst();
        Instant before = Instant.now();

        Answer completed = learner.complete(post).expect(200);
        Answer again = learner.complete(post).expect(200);

        assertThat(completed.body().propertyNames()).containsExactlyInAnyOrder("post_id", "completed_at", "via");
        assertThat(completed.body().path("post_id").asLong()).isEqualTo(post);
        assertThat(completed.body().path("via").asString()).isEqualTo("hand");
        assertThat(Instant.parse(completed.body().path("completed_at").asString()))
                .isBetween(before.minusMillis(1), Instant.now());
        assertThat(again.body()).isEqualTo(completed.body());
        assertThat(completed.header("Waypost-Projection")).isEmpty();
        assertThat(again.header("Waypost-Projection")).isEmpty();
        assertThat(again.position()).isGreaterThanOrEqualTo(completed.position());
        assertThat(learner.events()).containsExactly("CourseAssignedToLearner", "PostCompleted");
    }

    @Test
    void aPostIsReopenedAndCompletedAgain() {
        Shown shown = learning.course(2);
        Learner learner = learning.learner(shown.course());
        long post = shown.posts().getFirst();
        learner.complete(post).expect(200);

        learner.api().delete(Learning.completion(post)).expect(204);
        learner.api().delete(Learning.completion(post)).expectProblem(404, "not_found");
        learner.complete(post).expect(200);

        assertThat(learner.events())
                .containsExactly("CourseAssignedToLearner", "PostCompleted", "PostReopened", "PostCompleted");
    }

    @Test
    void whatIsNotAssignedIsNotCompleted() {
        Shown shown = learning.course(1);
        long post = shown.posts().getFirst();
        Learner learner = learning.learner();

        learner.complete(post).expectProblem(403, "forbidden");
        learner.api().delete(Learning.completion(post)).expectProblem(403, "forbidden");
        learner.complete(999_999_999).expectProblem(404, "not_found");
        learner.complete(0).expectProblem(404, "not_found");
        learner.api().delete(Learning.completion(999_999_999)).expectProblem(404, "not_found");
        learner.api().put("/api/posts/abc/completion", Map.of()).expectProblem(422, "invalid_input");
        learner.api().anonymous().put(Learning.completion(post), Map.of()).expectProblem(401, "unauthenticated");
        assertThat(learner.events()).isEmpty();
    }

    @Test
    void managersAndAdminsNeedAnAssignmentToo() {
        Shown shown = learning.course(1);
        long post = shown.posts().getFirst();
        long manager = learning.people().manager();
        Api asManager = learning.people().manager(manager);

        api.put(Learning.completion(post), Map.of()).expectProblem(403, "forbidden");
        asManager.put(Learning.completion(post), Map.of()).expectProblem(403, "forbidden");

        learning.assign(manager, shown.course());
        asManager.put(Learning.completion(post), Map.of()).expect(200);
    }

    @Test
    void accessThroughAGroupComesAndGoes() {
        Shown shown = learning.course(3);
        List<Long> posts = shown.posts();
        Learner learner = learning.learner();
        long group = groups.group();
        groups.add(group, learner.id(), "member");
        learner.complete(posts.get(0)).expectProblem(403, "forbidden");

        api.post(Groups.courses(group), Map.of("course_id", shown.course())).expect(201);
        learner.complete(posts.get(0)).expect(200);

        api.delete(Groups.member(group, learner.id())).expect(204);
        learner.complete(posts.get(0)).expectProblem(403, "forbidden");
        learner.complete(posts.get(1)).expectProblem(403, "forbidden");
        learner.api().delete(Learning.completion(posts.get(0))).expectProblem(403, "forbidden");

        learning.assign(learner.id(), shown.course());
        learner.complete(posts.get(1)).expect(200);
        groups.add(group, learner.id(), "member");
        api.delete("/api/users/" + learner.id() + "/courses/" + shown.course()).expect(204);
        learner.complete(posts.get(2)).expect(200);
        api.delete(Groups.courses(group) + "/" + shown.course()).expect(204);
        learner.complete(posts.get(2)).expectProblem(403, "forbidden");
    }

    @Test
    void whatLeavesTheCourseIsClosed() {
        Shown shown = learning.course(2);
        Learner learner = learning.learner(shown.course());
        List<Long> posts = shown.posts();

        api.delete("/api/posts/" + posts.get(0)).expect(204);
        learner.complete(posts.get(0)).expectProblem(404, "not_found");
        api.delete(Authoring.modulesOf(shown.course()) + "/" + shown.module()).expect(204);
        learner.complete(posts.get(1)).expectProblem(403, "forbidden");
        api.post(Authoring.modulesOf(shown.course()), Map.of("module_id", shown.module()))
                .expect(201);
        learner.complete(posts.get(1)).expect(200);
        api.delete("/api/modules/" + shown.module()).expect(204);
        learner.complete(posts.get(1)).expectProblem(404, "not_found");
    }

    @Test
    void oneOfManyWhoCompleteTheSamePostAtOnceMakesTheEvent() throws Exception {
        Shown shown = learning.course(2);
        Learner learner = learning.learner(shown.course());
        long post = shown.posts().getFirst();
        List<Callable<Answer>> attempts = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Answer>) () -> learner.complete(post))
                .toList();

        List<Answer> answers = ConcurrentEditsIT.inParallel(attempts);

        assertThat(answers)
                .allSatisfy(answer -> answer.expect(200))
                .extracting(answer -> answer.body().path("completed_at").asString())
                .containsOnly(answers.getFirst().body().path("completed_at").asString());
        assertThat(learner.events("PostCompleted")).hasSize(1);
    }

    @Test
    void anErasedUserCompletesNothing() {
        Shown shown = learning.course(1);
        Learner learner = learning.learner(shown.course());
        learner.complete(shown.posts().getFirst()).expect(200);

        learning.people().erase(learner.id());

        learner.complete(shown.posts().getFirst()).expectProblem(401, "unauthenticated");
        assertThat(learning.jdbc()
                        .sql("select count(*) from waypost_write.learner_post_lookup where user_id = ?")
                        .param(learner.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
