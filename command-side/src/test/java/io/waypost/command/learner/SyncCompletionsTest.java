package io.waypost.command.learner;

import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.completed;
import static io.waypost.command.learner.LearnerFixture.given;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownUser;
import static io.waypost.command.learner.LearnerFixture.reopened;
import static io.waypost.command.learner.LearnersPosts.CLOSED;
import static io.waypost.command.learner.LearnersPosts.OTHER_TEXT;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.UNKNOWN_POST;
import static io.waypost.command.learner.LearnersPosts.VIDEO;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.PostCompletionBackdated;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.learner.LearnerCommand.OfflineCompletion;
import io.waypost.command.learner.LearnerCommand.SyncCompletions;
import io.waypost.command.learner.SyncedCompletions.Result;
import io.waypost.command.learner.SyncedCompletions.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncCompletionsTest {

    private static final Instant EARLY = BEFORE.minusSeconds(60);
    private static final Instant LATE = BEFORE.plusSeconds(60);

    @Test
    void completesPostsAtTheirTimes() {
        given().when(sync(at(TEXT, LATE), at(OTHER_TEXT, EARLY)))
                .expectEvents(offline(TEXT, LATE), offline(OTHER_TEXT, EARLY))
                .expectResultMessagePayload(synced(
                        1,
                        Result.accepted(TEXT, Status.COMPLETED, LATE),
                        Result.accepted(OTHER_TEXT, Status.COMPLETED, EARLY)));
    }

    @Test
    void theEarliestOfRepeatsWins() {
        given().when(sync(at(TEXT, LATE), at(TEXT, EARLY), at(TEXT, BEFORE)))
                .expectEvents(offline(TEXT, EARLY))
                .expectResultMessagePayload(synced(
                        0,
                        Result.accepted(TEXT, Status.COMPLETED, EARLY),
                        Result.accepted(TEXT, Status.ALREADY_COMPLETED, EARLY),
                        Result.accepted(TEXT, Status.ALREADY_COMPLETED, EARLY)));
    }

    @Test
    void anEarlierTimeThanKnownIsPutOnRecord() {
        given(completed(TEXT, BEFORE, CompletionWay.HAND))
                .when(sync(at(TEXT, LATE), at(TEXT, EARLY)))
                .expectEvents(new PostCompletionBackdated(LEARNER, TEXT, EARLY))
                .expectResultMessagePayload(synced(
                        1,
                        Result.accepted(TEXT, Status.ALREADY_COMPLETED, EARLY),
                        Result.accepted(TEXT, Status.ALREADY_COMPLETED, EARLY)));
    }

    @Test
    void changesNothingAgain() {
        given(offline(TEXT, EARLY))
                .when(sync(at(TEXT, EARLY), at(TEXT, LATE)))
                .expectNoEvents()
                .expectResultMessagePayload(synced(
                        0,
                        Result.accepted(TEXT, Status.ALREADY_COMPLETED, EARLY),
                        Result.accepted(TEXT, Status.ALREADY_COMPLETED, EARLY)));
    }

    @Test
    void eachItemFailsByItself() {
        given().when(sync(
                        at(UNKNOWN_POST, EARLY),
                        at(CLOSED, EARLY),
                        at(QUIZ, EARLY),
                        at(VIDEO, EARLY),
                        at(TEXT, NOW.plusMillis(1)),
                        at(OTHER_TEXT, NOW)))
                .expectEvents(offline(OTHER_TEXT, NOW))
                .expectResultMessagePayload(synced(
                        0,
                        rejected(UNKNOWN_POST, ProblemCode.NOT_FOUND, "Post not found"),
                        rejected(CLOSED, ProblemCode.FORBIDDEN, "No course that is assigned to you shows this post"),
                        rejected(QUIZ, ProblemCode.QUIZ_NOT_PASSED, "The quiz has not been passed yet"),
                        rejected(VIDEO, ProblemCode.VIDEO_NOT_WATCHED, "Not enough of the video has been watched yet"),
                        rejected(TEXT, ProblemCode.IN_THE_FUTURE, "The post cannot have been completed in the future"),
                        Result.accepted(OTHER_TEXT, Status.COMPLETED, NOW)));
    }

    @Test
    void nothingIsDoneIfEverythingIsRejected() {
        given().when(sync(at(UNKNOWN_POST, EARLY)))
                .expectNoEvents()
                .expectResultMessagePayload(
                        synced(-1, rejected(UNKNOWN_POST, ProblemCode.NOT_FOUND, "Post not found")));
    }

    @Test
    void doesNotUndoReopening() {
        given(completed(TEXT, EARLY, CompletionWay.OFFLINE), reopened(TEXT))
                .when(sync(at(TEXT, EARLY), at(TEXT, BEFORE)))
                .expectNoEvents()
                .expectResultMessagePayload(synced(1, reopenedSince(), reopenedSince()));
    }

    @Test
    void completesPostAgainAfterReopening() {
        given(completed(TEXT, EARLY, CompletionWay.OFFLINE), reopened(TEXT))
                .when(sync(at(TEXT, EARLY), at(TEXT, LATE)))
                .expectEvents(offline(TEXT, LATE))
                .expectResultMessagePayload(synced(2, reopenedSince(), Result.accepted(TEXT, Status.COMPLETED, LATE)));
    }

    @Test
    void aTimeBeforeReopeningDoesNotBackdateTheNextCompletion() {
        given(completed(TEXT, EARLY, CompletionWay.OFFLINE), reopened(TEXT), completed(TEXT, LATE, CompletionWay.HAND))
                .when(sync(at(TEXT, EARLY)))
                .expectNoEvents()
                .expectResultMessagePayload(synced(2, reopenedSince()));
    }

    @Test
    void completesQuizThatWasPassed() {
        given(new QuizAttempted(LEARNER, QUIZ, 1, 1, 100, true, List.of()), reopened(QUIZ))
                .when(sync(at(QUIZ, LATE)))
                .expectEvents(offline(QUIZ, LATE));
    }

    @Test
    void takesAnEmptyBatch() {
        given().when(sync()).expectNoEvents().expectResultMessagePayload(synced(-1));
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given().when(new SyncCompletions(UNKNOWN_LEARNER, List.of(), NOW))
                .expectNoEvents()
                .expectException(refusedAsUnknownUser());
    }

    private static SyncCompletions sync(OfflineCompletion... completions) {
        return new SyncCompletions(LEARNER, List.of(completions), NOW);
    }

    private static OfflineCompletion at(PostId postId, Instant completedAt) {
        return new OfflineCompletion(postId, completedAt);
    }

    private static Object offline(PostId postId, Instant completedAt) {
        return completed(postId, completedAt, CompletionWay.OFFLINE);
    }

    private static SyncedCompletions synced(long version, Result... results) {
        return new SyncedCompletions(LEARNER, version, List.of(results));
    }

    private static Result reopenedSince() {
        return rejected(TEXT, ProblemCode.REOPENED_SINCE, "The post has been reopened since");
    }

    private static Result rejected(PostId postId, ProblemCode code, String detail) {
        return Result.rejected(Optional.of(postId), code, detail);
    }
}
