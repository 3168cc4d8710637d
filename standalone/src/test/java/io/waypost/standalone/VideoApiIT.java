package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.Learning.Learner;
import io.waypost.standalone.Learning.Shown;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Videos are watched in parts, as the contract has it. */
@ExtendWith(SharedWaypost.class)
class VideoApiIT {

    private Api api;
    private Learning learning;
    private Learner learner;
    private Shown shown;
    private long video;

    @BeforeEach
    void author(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        learning = new Learning(signedIn, waypost);
        shown = learning.course(1);
        video = new Authoring(signedIn).post(shown.module(), "video", video(200, 80));
        learner = learning.learner(shown.course());
    }

    @Test
    void partsAddUpInAnyOrder() {
        assertThat(watched(range(100, 150))).isEqualTo(25);
        assertThat(watched(range(0, 50), range(20, 60))).isEqualTo(55);
        assertThat(watched(range(110, 120))).isEqualTo(55);
        learner.complete(video).expectProblem(400, "video_not_watched");
        assertThat(watched(range(60, 100), range(199, 1000))).isEqualTo(75);
        assertThat(watched(range(150, 160))).isEqualTo(80);

        assertThat(learner.complete(video).expect(200).body().path("via").asString())
                .isEqualTo("video");
        assertThat(learner.events())
                .containsExactly(
                        "CourseAssignedToLearner",
                        "VideoWatched",
                        "VideoWatched",
                        "VideoWatched",
                        "VideoWatched",
                        "PostCompleted");
    }

    @Test
    void partsBelowAPercentAreKeptWithoutAnEvent() {
        Learner fresh = learningThroughAGroup();
        for (int i = 0; i < 4; i++) {
            Answer answer = fresh.api()
                    .put(watched(video), Map.of("ranges", List.of(range(i * 10, i * 10 + 0.4))))
                    .expect(200);
            assertThat(answer.body().path("watched_percent").asInt()).isZero();
            assertThat(answer.header("Waypost-Projection")).isEmpty();
        }
        assertThat(fresh.events()).isEmpty();

        assertThat(fresh.api()
                        .put(watched(video), Map.of("ranges", List.of(range(40, 40.4))))
                        .expect(200)
                        .body()
                        .path("watched_percent")
                        .asInt())
                .isEqualTo(1);
        assertThat(fresh.events()).containsExactly("VideoWatched");
    }

    @Test
    void twoDevicesAtOnceLoseNothing() throws Exception {
        List<Callable<Answer>> parts = IntStream.range(0, 40)
                .mapToObj(i -> (Callable<Answer>) () ->
                        learner.api().put(watched(video), Map.of("ranges", List.of(range(i * 5, i * 5 + 5)))))
                .toList();

        assertThat(ConcurrentEditsIT.inParallel(parts)).allSatisfy(answer -> answer.expect(200));

        assertThat(watched()).isEqualTo(100);
        assertThat(learner.events("PostCompleted")).hasSize(1);
    }

    @Test
    void aVideoThatAsksForNothingIsCompletedByHand() {
        long plain = new Authoring(api)
                .post(shown.module(), "video", Map.of("url", "https://example.org/v.mp4", "duration_seconds", 10));

        assertThat(learner.api()
                        .put(watched(plain), Map.of("ranges", List.of(range(0, 10))))
                        .expect(200)
                        .body()
                        .path("watched_percent")
                        .asInt())
                .isEqualTo(100);
        assertThat(learner.events("PostCompleted")).isEmpty();
        assertThat(learner.complete(plain).expect(200).body().path("via").asString())
                .isEqualTo("hand");
    }

    @Test
    void whatIsNoRangeIs422() {
        for (List<?> range : List.of(
                range(-1, 5), range(5, 5), range(6, 5), List.of(1), List.of(1, 2, 3), List.of(), List.of("1", "2"))) {
            put(Map.of("ranges", List.of(range))).expectProblem(422, "invalid_input");
        }
        put(Map.of()).expectProblem(422, "invalid_input");
        put(Map.of("ranges", 5)).expectProblem(422, "invalid_input");
        put(Map.of("ranges", List.of(5))).expectProblem(422, "invalid_input");
        put(Map.of("ranges", Collections.nCopies(1001, range(0, 1)))).expectProblem(422, "invalid_input");
        raw("{\"ranges\": [null]}").expectProblem(422, "invalid_input");
        raw("{\"ranges\": [[0, null]]}").expectProblem(422, "invalid_input");
        raw("{\"ranges\": [[1e400, 1e401]]}").expectProblem(422, "invalid_input");
        assertThat(learner.events("VideoWatched")).isEmpty();
        put(Map.of("ranges", Collections.nCopies(1000, range(0, 1)))).expect(200);
    }

    @Test
    void onlyVideosThatAreAssignedAreWatched() {
        Learner stranger = learning.learner();
        Map<String, Object> ranges = Map.of("ranges", List.of(range(0, 100)));

        stranger.api().put(watched(video), ranges).expectProblem(403, "forbidden");
        api.put(watched(video), ranges).expectProblem(403, "forbidden");
        stranger.api().put(watched(999_999_999), ranges).expectProblem(404, "not_found");
        stranger.api().anonymous().put(watched(video), ranges).expectProblem(401, "unauthenticated");
        learner.api().put(watched(shown.posts().getFirst()), ranges).expectProblem(400, "not_a_video");
        assertThat(stranger.events()).isEmpty();
    }

    @Test
    void partsGoWithTheAccount() {
        assertThat(watched(range(0, 50))).isEqualTo(25);
        assertThat(keptParts()).isEqualTo(1);

        learning.people().erase(learner.id());

        assertThat(keptParts()).isZero();
    }

    private Learner learningThroughAGroup() {
        Learner fresh = learning.learner();
        long group =
                api.post("/api/groups", Map.of("name", "Viewers")).expect(201).id();
        api.post(Groups.member(group, fresh.id()), Map.of()).expect(201);
        api.post(Groups.courses(group), Map.of("course_id", shown.course())).expect(201);
        return fresh;
    }

    private long keptParts() {
        return learning.jdbc()
                .sql("select count(*) from waypost_write.watched where user_id = ?")
                .param(learner.id())
                .query(Long.class)
                .single();
    }

    private int watched(List<?>... ranges) {
        return put(Map.of("ranges", List.of(ranges)))
                .expect(200)
                .body()
                .path("watched_percent")
                .asInt();
    }

    private Answer put(Map<String, ?> body) {
        return learner.api().put(watched(video), body);
    }

    private Answer raw(String body) {
        return learner.api().raw("PUT", watched(video), "application/json", body);
    }

    private static String watched(long post) {
        return "/api/posts/" + post + "/watched";
    }

    private static List<Number> range(Number from, Number to) {
        return List.of(from, to);
    }

    private static Map<String, Object> video(int seconds, int required) {
        return Map.of(
                "url", "https://example.org/v.mp4", "duration_seconds", seconds, "required_watch_percent", required);
    }
}
