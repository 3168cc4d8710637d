package io.waypost.command.learner;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.completed;
import static io.waypost.command.learner.LearnerFixture.given;
import static io.waypost.command.learner.LearnerFixture.refusedAsClosed;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownPost;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownUser;
import static io.waypost.command.learner.LearnerFixture.reopened;
import static io.waypost.command.learner.LearnersPosts.ALL_RIGHT;
import static io.waypost.command.learner.LearnersPosts.CLOSED;
import static io.waypost.command.learner.LearnersPosts.ONE_RIGHT;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.QUIZ_REVISION;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.THREE_QUESTIONS;
import static io.waypost.command.learner.LearnersPosts.TWO_RIGHT;
import static io.waypost.command.learner.LearnersPosts.UNKNOWN_POST;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.learner.LearnerCommand.CompletePost;
import io.waypost.command.learner.LearnerCommand.SubmitQuizAttempt;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmitQuizAttemptTest {

    @Test
    void passingCompletesThePost() {
        given().when(answer(QUIZ, TWO_RIGHT))
                .expectEvents(attempted(1, TWO_RIGHT), completed(QUIZ, NOW, CompletionWay.QUIZ))
                .expectResultMessagePayload(
                        new GradedAttempt(LEARNER, 1, 1, QuizGrading.of(THREE_QUESTIONS, TWO_RIGHT), true));
    }

    @Test
    void failingIsAnAttemptToo() {
        given(attempted(1, ONE_RIGHT))
                .when(answer(QUIZ, ONE_RIGHT))
                .expectEvents(attempted(2, ONE_RIGHT))
                .expectResultMessagePayload(
                        new GradedAttempt(LEARNER, 1, 2, QuizGrading.of(THREE_QUESTIONS, ONE_RIGHT), false));
    }

    @Test
    void passingAgainCompletesNothingAgain() {
        given(attempted(1, ALL_RIGHT), completed(QUIZ, BEFORE, CompletionWay.QUIZ))
                .when(answer(QUIZ, ALL_RIGHT))
                .expectEvents(attempted(2, ALL_RIGHT))
                .expectResultMessagePayload(
                        new GradedAttempt(LEARNER, 2, 2, QuizGrading.of(THREE_QUESTIONS, ALL_RIGHT), false));
    }

    @Test
    void passingCompletesQuizAgainThatWasReopened() {
        given(attempted(1, ALL_RIGHT), completed(QUIZ, BEFORE, CompletionWay.QUIZ), reopened(QUIZ))
                .when(answer(QUIZ, ALL_RIGHT))
                .expectEvents(attempted(2, ALL_RIGHT), completed(QUIZ, NOW, CompletionWay.QUIZ));
    }

    @Test
    void onceThatPassedAWorseAttemptTakesNothingAway() {
        given(
                        attempted(1, ALL_RIGHT),
                        completed(QUIZ, BEFORE, CompletionWay.QUIZ),
                        attempted(2, Map.of()),
                        reopened(QUIZ))
                .when(new CompletePost(LEARNER, QUIZ, NOW))
                .expectEvents(completed(QUIZ, NOW, CompletionWay.HAND));
    }

    @Test
    void rejectsAnswersToOtherQuestions() {
        given().when(answer(QUIZ, Map.of(4L, Set.of(1L))))
                .expectNoEvents()
                .expectException(refused(ProblemCode.UNKNOWN_ANSWER, "The quiz has no question 4"));
    }

    @Test
    void rejectsPostThatIsNoQuiz() {
        given().when(answer(TEXT, Map.of()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_A_QUIZ, "The post is not a quiz"));
    }

    @Test
    void rejectsPostThatNoAssignedCourseShows() {
        given().when(answer(CLOSED, Map.of())).expectNoEvents().expectException(refusedAsClosed());
    }

    @Test
    void rejectsPostThatDoesNotExist() {
        given().when(answer(UNKNOWN_POST, Map.of())).expectNoEvents().expectException(refusedAsUnknownPost());
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given().when(new SubmitQuizAttempt(UNKNOWN_LEARNER, QUIZ, ALL_RIGHT, NOW))
                .expectNoEvents()
                .expectException(refusedAsUnknownUser());
    }

    private static SubmitQuizAttempt answer(PostId postId, Map<Long, Set<Long>> answers) {
        return new SubmitQuizAttempt(LEARNER, postId, answers, NOW);
    }

    private static QuizAttempted attempted(int attempt, Map<Long, Set<Long>> answers) {
        QuizGrading grading = QuizGrading.of(THREE_QUESTIONS, answers);
        return new QuizAttempted(
                LEARNER, QUIZ, attempt, QUIZ_REVISION, grading.scorePercent(), grading.passed(), grading.grades());
    }
}
