package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.standalone.Learning.Learner;
import io.waypost.standalone.Learning.Shown;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Quizzes are answered, graded and passed, as the contract has it. */
@ExtendWith(SharedWaypost.class)
class QuizApiIT {

    private static final Map<String, Object> ALL_RIGHT =
            answers(Map.of("1", List.of(1), "2", List.of(2), "3", List.of(1, 2)));
    private static final Map<String, Object> ONE_RIGHT = answers(Map.of("1", List.of(1)));

    private Api api;
    private Learning learning;
    private Learner learner;
    private long quiz;
    private Shown shown;

    @BeforeEach
    void author(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        learning = new Learning(signedIn, waypost);
        shown = learning.course(1);
        quiz = new Authoring(signedIn).post(shown.module(), "quiz", quiz(1));
        learner = learning.learner(shown.course());
    }

    @Test
    void passingCompletesThePost() {
        Answer failed = attempt(ONE_RIGHT).expect(201);
        learner.complete(quiz).expectProblem(400, "quiz_not_passed");

        Answer passed = attempt(ALL_RIGHT).expect(201);

        assertThat(failed.text())
                .isEqualTo("{\"attempt\":1,\"score_percent\":33,\"passed\":false,"
                        + "\"correct\":{\"1\":true,\"2\":false,\"3\":false}}");
        assertThat(passed.text())
                .isEqualTo("{\"attempt\":2,\"score_percent\":100,\"passed\":true,"
                        + "\"correct\":{\"1\":true,\"2\":true,\"3\":true}}");
        assertThat(learner.complete(quiz).expect(200).body().path("via").asString())
                .isEqualTo("quiz");
        assertThat(learner.events())
                .containsExactly("CourseAssignedToLearner", "QuizAttempted", "QuizAttempted", "PostCompleted");
    }

    @Test
    void whatWasPassedStaysPassedWhateverBecomesOfTheKey() {
        attempt(ALL_RIGHT).expect(201);
        api.patch("/api/posts/" + quiz, Map.of("content", quiz(2))).expect(200);

        assertThat(attempt(ALL_RIGHT).expect(201).body().path("passed").asBoolean())
                .isFalse();
        learner.api().delete(Learning.completion(quiz)).expect(204);
        learner.complete(quiz).expect(200);

        assertThat(learner.events("QuizAttempted"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"quiz_revision\": 1", "\"score_percent\": 100"),
                        second -> assertThat(second).contains("\"quiz_revision\": 2", "\"score_percent\": 66"));
        assertThat(learner.events())
                .endsWith("QuizAttempted", "PostCompleted", "QuizAttempted", "PostReopened", "PostCompleted");
    }

    @Test
    void whatDoesNotFitTheQuizIs400() {
        attempt(answers(Map.of("4", List.of(1)))).expectProblem(400, "unknown_answer");
        attempt(answers(Map.of("1", List.of(9)))).expectProblem(400, "unknown_answer");
        attempt(answers(Map.of("-1", List.of()))).expectProblem(400, "unknown_answer");
        learner.api()
                .post("/api/posts/" + shown.posts().getFirst() + "/quiz-attempts", ONE_RIGHT)
                .expectProblem(400, "not_a_quiz");
        assertThat(learner.events("QuizAttempted")).isEmpty();
    }

    @Test
    void whatHasNotTheFormOfAnswersIs422() {
        attempt(Map.of()).expectProblem(422, "invalid_input");
        attempt(Map.of("answers", List.of())).expectProblem(422, "invalid_input");
        attempt(answers(Map.of("a", List.of(1)))).expectProblem(422, "invalid_input");
        attempt(answers(Map.of("1", 1))).expectProblem(422, "invalid_input");
        attempt(answers(Map.of("1", List.of("1")))).expectProblem(422, "invalid_input");
        attempt(answers(Map.of("1", List.of(1.5)))).expectProblem(422, "invalid_input");
        raw("{\"answers\": null}").expectProblem(422, "invalid_input");
        raw("{\"answers\": {\"1\": null}}").expectProblem(422, "invalid_input");
        raw("{\"answers\": {\"1\": [null]}}").expectProblem(422, "invalid_input");
        raw("{").expectProblem(422, "invalid_input");
        assertThat(learner.events("QuizAttempted")).isEmpty();
    }

    @Test
    void noAnswerAtAllIsAnAttempt() {
        Answer answer = attempt(answers(Map.of())).expect(201);

        assertThat(answer.body().path("score_percent").asInt()).isZero();
        assertThat(answer.body().path("correct").size()).isEqualTo(3);
    }

    @Test
    void whoeverMayNotOpenTheQuizMayNotAnswerIt() {
        Learner stranger = learning.learner();

        stranger.api().post(attempts(quiz), ALL_RIGHT).expectProblem(403, "forbidden");
        api.post(attempts(quiz), ALL_RIGHT).expectProblem(403, "forbidden");
        stranger.api().post(attempts(999_999_999), ALL_RIGHT).expectProblem(404, "not_found");
        stranger.api().anonymous().post(attempts(quiz), ALL_RIGHT).expectProblem(401, "unauthenticated");
        assertThat(stranger.events()).isEmpty();
    }

    private Answer attempt(Map<String, ?> body) {
        return learner.api().post(attempts(quiz), body);
    }

    private Answer raw(String body) {
        return learner.api().raw("POST", attempts(quiz), "application/json", body);
    }

    private static String attempts(long post) {
        return "/api/posts/" + post + "/quiz-attempts";
    }

    private static Map<String, Object> answers(Map<String, ?> answers) {
        return Map.of("answers", answers);
    }

    /** Three questions, one of each kind, of which all must be right; the first has this option right. */
    private static Map<String, Object> quiz(int rightOfFirst) {
        return Map.of(
                "questions",
                List.of(
                        question(1, "single", List.of(1 == rightOfFirst, 2 == rightOfFirst)),
                        question(2, "true_false", List.of(false, true)),
                        question(3, "multiple", List.of(true, true, false))),
                "pass_percent",
                100);
    }

    private static Map<String, Object> question(int id, String kind, List<Boolean> correct) {
        List<Map<String, Object>> options = IntStream.range(0, correct.size())
                .mapToObj(i ->
                        Map.<String, Object>of("id", i + 1, "text", "Option " + (i + 1), "correct", correct.get(i)))
                .toList();
        return Map.of("id", id, "text", "Question " + id, "kind", kind, "options", options);
    }
}
