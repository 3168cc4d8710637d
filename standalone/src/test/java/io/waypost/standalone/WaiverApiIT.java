package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.Learning.Learner;
import io.waypost.standalone.Learning.Shown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Managers let posts count without having been done, as the contract has it. */
@ExtendWith(SharedWaypost.class)
class WaiverApiIT {

    private static final Map<String, String> REASON = Map.of("reason", "  She is a midwife  ");

    private Api api;
    private Learning learning;
    private Shown shown;
    private Learner learner;
    private long post;

    @BeforeEach
    void author(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        learning = new Learning(signedIn, waypost);
        shown = learning.course(2);
        learner = learning.learner(shown.course());
        post = shown.posts().getFirst();
    }

    @Test
    void aPostIsWaivedOnceAndTheReasonIsNotInTheEvent() {
        long manager = learning.people().manager();

        Answer waived =
                learning.people().manager(manager).put(waiver(post), REASON).expect(200);
        Answer again = api.put(waiver(post), Map.of("reason", "Another")).expect(200);

        assertThat(waived.body().propertyNames())
                .containsExactlyInAnyOrder("post_id", "user_id", "waived_at", "waived_by");
        assertThat(waived.body().path("post_id").asLong()).isEqualTo(post);
        assertThat(waived.body().path("user_id").asLong()).isEqualTo(learner.id());
        assertThat(waived.body().path("waived_by").asLong()).isEqualTo(manager);
        assertThat(again.body()).isEqualTo(waived.body());
        assertThat(learner.events("PostWaived"))
                .singleElement()
                .satisfies(event -> assertThat(event).doesNotContain("midwife"));
        assertThat(reasons()).containsExactly("She is a midwife");
    }

    @Test
    void aWaivedPostCanBeReopenedAndWaivedAgain() {
        api.put(waiver(post), REASON).expect(200);
        learner.api().delete(Learning.completion(post)).expect(204);
        learner.api().delete(Learning.completion(post)).expectProblem(404, "not_found");

        api.put(waiver(post), Map.of("reason", "Again")).expect(200);

        assertThat(learner.events())
                .containsExactly("CourseAssignedToLearner", "PostWaived", "PostReopened", "PostWaived");
        assertThat(reasons()).containsExactly("Again");
    }

    @Test
    void waivingTheLastPostCompletesTheCourse() {
        learner.complete(post).expect(200);
        assertThat(learner.completions(shown.course())).isZero();

        api.put(waiver(shown.posts().get(1)), REASON).expect(200);

        assertThat(learner.completions(shown.course())).isEqualTo(1);
    }

    @Test
    void whatCannotBeWaivedIsNot() {
        long closed = learning.course(1).posts().getFirst();

        api.put(waiver(post), Map.of()).expectProblem(422, "invalid_input");
        api.put(waiver(post), Map.of("reason", 5)).expectProblem(422, "invalid_input");
        api.put(waiver(post), Map.of("reason", "x".repeat(501))).expectProblem(422, "invalid_input");
        api.put(waiver(post), Map.of("reason", " ")).expectProblem(400, "text_blank");
        api.put(waiver(closed), REASON).expectProblem(400, "post_not_assigned");
        api.put(waiver(999_999_999), REASON).expectProblem(404, "not_found");
        api.put("/api/users/999999999/posts/" + post + "/waiver", REASON).expectProblem(404, "not_found");
        learner.api().put(waiver(post), REASON).expectProblem(403, "forbidden");
        api.anonymous().put(waiver(post), REASON).expectProblem(401, "unauthenticated");
        assertThat(learner.events()).containsExactly("CourseAssignedToLearner");
        assertThat(reasons()).isEmpty();
        api.put(waiver(post), Map.of("reason", "x".repeat(500))).expect(200);
    }

    @Test
    void theReasonGoesWithTheAccount() {
        api.put(waiver(post), REASON).expect(200);

        learning.people().erase(learner.id());

        assertThat(reasons()).isEmpty();
        api.put(waiver(post), REASON).expectProblem(404, "not_found");
    }

    private String waiver(long postId) {
        return "/api/users/" + learner.id() + "/posts/" + postId + "/waiver";
    }

    private List<String> reasons() {
        return learning.jdbc()
                .sql("select reason from waypost_write.waiver_reason where user_id = ?")
                .param(learner.id())
                .query((row, number) -> row.getString("reason"))
                .list();
    }
}
