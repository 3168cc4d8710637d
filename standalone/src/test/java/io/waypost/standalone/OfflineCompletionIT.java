package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.Learning.Learner;
import io.waypost.standalone.Learning.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a device kept while it had no connection is taken item by item, as the contract has it. */
@ExtendWith(SharedWaypost.class)
class OfflineCompletionIT {

    private static final String EARLY = "2026-01-01T10:00:00Z";
    private static final String LATE = "2026-01-01T11:00:00Z";

    private Learning learning;
    private Shown shown;
    private Learner learner;

    @BeforeEach
    void author(Api signedIn, RunningWaypost waypost) {
        learning = new Learning(signedIn, waypost);
        shown = learning.course(4);
        learner = learning.learner(shown.course());
    }

    @Test
    void theEarliestTimeWinsHoweverOftenAndInWhateverOrder() {
        List<Long> posts = shown.posts();
        JsonNode first = sync(item(posts.get(1), LATE), item(posts.get(0), LATE), item(posts.get(1), EARLY));
        JsonNode second = sync(item(posts.get(0), EARLY), item(posts.get(1), LATE));

        assertResult(first.get(0), posts.get(1), "completed", EARLY);
        assertResult(first.get(1), posts.get(0), "completed", LATE);
        assertResult(first.get(2), posts.get(1), "already_completed", EARLY);
        assertResult(second.get(0), posts.get(0), "already_completed", EARLY);
        assertResult(second.get(1), posts.get(1), "already_completed", EARLY);
        assertThat(learner.events())
                .containsExactly(
                        "CourseAssignedToLearner", "PostCompleted", "PostCompleted", "PostCompletionBackdated");
        JsonNode completed = learner.complete(posts.get(0)).expect(200).body();
        assertThat(completed.path("completed_at").asString()).isEqualTo(EARLY);
        assertThat(completed.path("via").asString()).isEqualTo("offline");
    }

    @Test
    void whatIsWrongIsRejectedByItself() {
        long post = shown.posts().get(0);
        long closed = learning.course(1).posts().getFirst();
        Authoring author = new Authoring(learning.admin());
        long video = author.post(
                shown.module(),
                "video",
                Map.of("url", "https://example.org/v.mp4", "duration_seconds", 9, "required_watch_percent", 1));
        String tomorrow = Instant.now().plusSeconds(86_400).toString();

        JsonNode results = sync(
                item(999_999_999, EARLY),
                item(closed, EARLY),
                item(video, EARLY),
                item(post, tomorrow),
                Map.of("post_id", post),
                Map.of("post_id", "x", "completed_at", EARLY),
                "nothing",
                Map.of("post_id", post, "completed_at", "soon"),
                item(post, EARLY));

        assertRejected(results.get(0), "not_found");
        assertRejected(results.get(1), "forbidden");
        assertRejected(results.get(2), "video_not_watched");
        assertRejected(results.get(3), "in_the_future");
        for (int i = 4; i < 8; i++) {
            assertRejected(results.get(i), "invalid_input");
        }
        assertResult(results.get(8), post, "completed", EARLY);
        assertThat(results.get(4).path("post_id").asLong()).isEqualTo(post);
        assertThat(results.get(6).path("post_id").isNull()).isTrue();
        assertThat(learner.events("PostCompleted")).hasSize(1);
    }

    @Test
    void whatWasReopenedStaysSo() {
        long post = shown.posts().getFirst();
        sync(item(post, EARLY));
        learner.api().delete(Learning.completion(post)).expect(204);

        assertRejected(sync(item(post, EARLY)).get(0), "reopened_since");
        assertThat(learner.events()).endsWith("PostReopened");

        String now = Instant.now().toString();
        assertThat(sync(item(post, now)).get(0).path("status").asString()).isEqualTo("completed");
    }

    @Test
    void aBatchThatIsNoneIs422() {
        post(Map.of()).expectProblem(422, "invalid_input");
        post(Map.of("completions", 5)).expectProblem(422, "invalid_input");
        post(Map.of("completions", Collections.nCopies(501, item(1, EARLY)))).expectProblem(422, "invalid_input");
        learner.api()
                .raw("POST", "/api/me/completions", "application/json", "[]")
                .expectProblem(422, "invalid_input");
        learner.api()
                .anonymous()
                .post("/api/me/completions", Map.of("completions", List.of()))
                .expectProblem(401, "unauthenticated");
        assertThat(sync()).isEmpty();
        assertThat(learner.events()).containsExactly("CourseAssignedToLearner");
    }

    @Test
    void fiveHundredAreTakenAtOnceByAUserToWhomNothingHappenedYet() {
        Learner fresh = learning.learner();
        List<Object> unknown = new ArrayList<>(LongStream.range(0, 500)
                .mapToObj(i -> (Object) item(900_000_000 + i, EARLY))
                .toList());

        Answer rejected = fresh.api()
                .post("/api/me/completions", Map.of("completions", unknown))
                .expect(200);

        assertThat(rejected.body().path("results").size()).isEqualTo(500);
        assertThat(rejected.header("Waypost-Projection")).isEmpty();
        assertThat(rejected.header("ETag")).isEmpty();
        assertThat(fresh.events()).isEmpty();
        learning.assign(fresh.id(), shown.course());
        assertThat(fresh.events()).containsExactly("CourseAssignedToLearner");
    }

    @Test
    void theLastOfThemCompletesTheCourse() {
        JsonNode results =
                sync(shown.posts().stream().map(post -> item(post, EARLY)).toArray());

        assertThat(results).hasSize(4);
        assertThat(learner.completions(shown.course())).isEqualTo(1);
    }

    private JsonNode sync(Object... items) {
        return post(Map.of("completions", List.of(items))).expect(200).body().path("results");
    }

    private Answer post(Map<String, ?> body) {
        return learner.api().post("/api/me/completions", body);
    }

    private static Map<String, Object> item(long post, String completedAt) {
        return Map.of("post_id", post, "completed_at", completedAt);
    }

    private static void assertResult(JsonNode result, long post, String status, String completedAt) {
        assertThat(result.propertyNames())
                .containsExactlyInAnyOrder("post_id", "status", "completed_at", "code", "detail");
        assertThat(result.path("post_id").asLong()).isEqualTo(post);
        assertThat(result.path("status").asString()).isEqualTo(status);
        assertThat(result.path("completed_at").asString()).isEqualTo(completedAt);
        assertThat(result.path("code").isNull()).isTrue();
        assertThat(result.path("detail").isNull()).isTrue();
    }

    private static void assertRejected(JsonNode result, String code) {
        assertThat(result.path("status").asString()).as("%s", result).isEqualTo("rejected");
        assertThat(result.path("code").asString()).as("%s", result).isEqualTo(code);
        assertThat(result.path("detail").asString()).isNotBlank();
        assertThat(result.path("completed_at").isNull()).isTrue();
    }
}
