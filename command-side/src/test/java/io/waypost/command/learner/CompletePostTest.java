package io.waypost.command.learner;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.completed;
import static io.waypost.command.learner.LearnerFixture.expectingAnotherVersion;
import static io.waypost.command.learner.LearnerFixture.given;
import static io.waypost.command.learner.LearnerFixture.refusedAsClosed;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownPost;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownUser;
import static io.waypost.command.learner.LearnerFixture.reopened;
import static io.waypost.command.learner.LearnersPosts.CLOSED;
import static io.waypost.command.learner.LearnersPosts.PLAIN_VIDEO;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.UNKNOWN_POST;
import static io.waypost.command.learner.LearnersPosts.VIDEO;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.UserId;
import io.waypost.command.learner.LearnerCommand.CompletePost;
import io.waypost.command.learner.PostProgress.Completion;
import io.waypost.command.learner.PostProgress.Waiver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletePostTest {

    @Test
    void completesPostByHand() {
        given().when(complete(TEXT))
                .expectEvents(completed(TEXT, NOW, CompletionWay.HAND))
                .expectResultMessagePayload(new PostState(
                        LEARNER,
                        0,
                        TEXT,
                        new PostProgress(
                                Optional.of(new Completion(NOW, CompletionWay.HAND)),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false,
                                0),
                        true));
    }

    @Test
    void changesNothingAgain() {
        given(completed(TEXT, BEFORE, CompletionWay.OFFLINE))
                .when(complete(TEXT))
                .expectNoEvents()
                .expectResultMessagePayload(new PostState(
                        LEARNER,
                        0,
                        TEXT,
                        new PostProgress(
                                Optional.of(new Completion(BEFORE, CompletionWay.OFFLINE)),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false,
                                0),
                        false));
    }

    @Test
    void completesPostAgainThatWasReopened() {
        given(completed(TEXT, BEFORE, CompletionWay.HAND), reopened(TEXT))
                .when(complete(TEXT))
                .expectEvents(completed(TEXT, NOW, CompletionWay.HAND));
    }

    @Test
    void completesPostThatOnlyCountsBecauseItIsWaived() {
        UserId manager = new UserId(2);
        given(new PostWaived(LEARNER, TEXT, manager))
                .when(complete(TEXT))
                .expectEvents(completed(TEXT, NOW, CompletionWay.HAND))
                .expectResultMessagePayload(new PostState(
                        LEARNER,
                        1,
                        TEXT,
                        new PostProgress(
                                Optional.of(new Completion(NOW, CompletionWay.HAND)),
                                Optional.of(new Waiver(manager, BEFORE)),
                                Optional.empty(),
                                0,
                                false,
                                0),
                        false));
    }

    @Test
    void completesQuizThatWasPassedAndReopened() {
        given(attempt(true), completed(QUIZ, BEFORE, CompletionWay.QUIZ), reopened(QUIZ))
                .when(complete(QUIZ))
                .expectEvents(completed(QUIZ, NOW, CompletionWay.HAND));
    }

    @Test
    void rejectsQuizThatWasNotPassed() {
        given(attempt(false))
                .when(complete(QUIZ))
                .expectNoEvents()
                .expectException(refused(ProblemCode.QUIZ_NOT_PASSED, "The quiz has not been passed yet"));
    }

    @Test
    void completesVideoThatWasWatchedEnough() {
        given(new VideoWatched(LEARNER, VIDEO, 60))
                .when(complete(VIDEO))
                .expectEvents(completed(VIDEO, NOW, CompletionWay.HAND));
    }

    @Test
    void rejectsVideoThatWasNotWatchedEnough() {
        given(new VideoWatched(LEARNER, VIDEO, 59))
                .when(complete(VIDEO))
                .expectNoEvents()
                .expectException(
                        refused(ProblemCode.VIDEO_NOT_WATCHED, "Not enough of the video has been watched yet"));
    }

    @Test
    void completesVideoThatAsksForNothing() {
        given().when(complete(PLAIN_VIDEO)).expectEvents(completed(PLAIN_VIDEO, NOW, CompletionWay.HAND));
    }

    @Test
    void rejectsPostThatNoAssignedCourseShows() {
        given().when(complete(CLOSED)).expectNoEvents().expectException(refusedAsClosed());
    }

    @Test
    void rejectsPostThatDoesNotExist() {
        given().when(complete(UNKNOWN_POST)).expectNoEvents().expectException(refusedAsUnknownPost());
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given().when(new CompletePost(UNKNOWN_LEARNER, TEXT, NOW))
                .expectNoEvents()
                .expectException(refusedAsUnknownUser());
    }

    @Test
    void rejectsStaleVersion() {
        given(attempt(false))
                .when(complete(TEXT), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    private static CompletePost complete(PostId postId) {
        return new CompletePost(LEARNER, postId, NOW);
    }

    private static QuizAttempted attempt(boolean passed) {
        return new QuizAttempted(LEARNER, QUIZ, 1, 1, 50, passed, List.of());
    }
}
