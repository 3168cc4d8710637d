package io.waypost.command.learner;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.learner.KnownVideos.seconds;
import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.completed;
import static io.waypost.command.learner.LearnerFixture.refusedAsClosed;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownPost;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownUser;
import static io.waypost.command.learner.LearnerFixture.reopened;
import static io.waypost.command.learner.LearnersPosts.CLOSED;
import static io.waypost.command.learner.LearnersPosts.PLAIN_VIDEO;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.UNKNOWN_POST;
import static io.waypost.command.learner.LearnersPosts.VIDEO;
import static org.mockito.Mockito.mock;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.learner.LearnerCommand.RecordVideoWatched;
import io.waypost.command.learner.WatchedParts.Part;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RecordVideoWatchedTest {

    @Test
    void tellsTheWholePercents() {
        given(KnownVideos.watched())
                .when(watched(VIDEO, new Part(0, 12_900), new Part(50_000, 53_000)))
                .expectEvents(at(15))
                .expectResultMessagePayload(state(0, VIDEO, 15));
    }

    @Test
    void addsToWhatWasWatchedBefore() {
        given(KnownVideos.watched(seconds(0, 15)), at(15))
                .when(watched(VIDEO, seconds(10, 30)))
                .expectEvents(at(30));
    }

    @Test
    void tellsNothingOfPartsBelowAPercent() {
        given(KnownVideos.watched())
                .when(watched(VIDEO, new Part(0, 999)))
                .expectNoEvents()
                .expectResultMessagePayload(state(-1, VIDEO, 0));
    }

    @Test
    void tellsNothingOfPartsThatWereWatchedBefore() {
        given(KnownVideos.watched(seconds(0, 30)), at(30))
                .when(watched(VIDEO, seconds(5, 25)))
                .expectNoEvents()
                .expectResultMessagePayload(state(0, VIDEO, 30));
    }

    @Test
    void completesThePostWhenEnoughWasWatched() {
        given(KnownVideos.watched(seconds(0, 59)), at(59))
                .when(watched(VIDEO, seconds(59, 60)))
                .expectEvents(at(60), completed(VIDEO, NOW, CompletionWay.VIDEO));
    }

    @Test
    void completesNothingAgain() {
        given(KnownVideos.watched(seconds(0, 60)), at(60), completed(VIDEO, BEFORE, CompletionWay.VIDEO))
                .when(watched(VIDEO, seconds(60, 100)))
                .expectEvents(at(100));
    }

    @Test
    void completesVideoThatAskedForMoreWhenItWasWatched() {
        given(KnownVideos.watched(seconds(0, 70)), at(70))
                .when(watched(VIDEO, seconds(0, 1)))
                .expectEvents(completed(VIDEO, NOW, CompletionWay.VIDEO));
    }

    @Test
    void leavesVideoOpenThatWasReopenedAfterEnoughWasWatched() {
        given(
                        KnownVideos.watched(seconds(0, 60)),
                        at(60),
                        completed(VIDEO, BEFORE, CompletionWay.VIDEO),
                        reopened(VIDEO))
                .when(watched(VIDEO, seconds(0, 61)))
                .expectEvents(at(61));
    }

    @Test
    void leavesVideoOpenThatIsCompletedByHand() {
        given(KnownVideos.watched())
                .when(watched(PLAIN_VIDEO, seconds(0, 1000)))
                .expectEvents(new VideoWatched(LEARNER, PLAIN_VIDEO, 100));
    }

    @Test
    void keepsThePercentOfVideoThatHasBecomeLonger() {
        given(KnownVideos.watched(seconds(0, 50)), at(90))
                .when(watched(VIDEO, seconds(50, 55)))
                .expectEvents(completed(VIDEO, NOW, CompletionWay.VIDEO))
                .expectResultMessagePayload(new PostState(
                        LEARNER,
                        1,
                        VIDEO,
                        new PostProgress(
                                Optional.of(new PostProgress.Completion(NOW, CompletionWay.VIDEO)),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false,
                                90),
                        true));
    }

    @Test
    void rejectsPostThatIsNoVideo() {
        given(KnownVideos.watched())
                .when(watched(QUIZ, seconds(0, 1)))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_A_VIDEO, "The post is not a video"));
    }

    @Test
    void rejectsPostThatNoAssignedCourseShows() {
        given(KnownVideos.watched())
                .when(watched(CLOSED, seconds(0, 1)))
                .expectNoEvents()
                .expectException(refusedAsClosed());
    }

    @Test
    void rejectsPostThatDoesNotExist() {
        given(KnownVideos.watched())
                .when(watched(UNKNOWN_POST, seconds(0, 1)))
                .expectNoEvents()
                .expectException(refusedAsUnknownPost());
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given(KnownVideos.watched())
                .when(new RecordVideoWatched(UNKNOWN_LEARNER, VIDEO, WatchedParts.NONE, NOW))
                .expectNoEvents()
                .expectException(refusedAsUnknownUser());
    }

    private static TestExecutor<Learner> given(WatchedVideos videos, Object... events) {
        return LearnerFixture.given(mock(WaiverReasons.class), videos, events);
    }

    private static RecordVideoWatched watched(PostId postId, Part... parts) {
        return new RecordVideoWatched(LEARNER, postId, WatchedParts.union(Stream.of(parts)), NOW);
    }

    private static VideoWatched at(int percent) {
        return new VideoWatched(LEARNER, VIDEO, percent);
    }

    private static PostState state(long version, PostId postId, int percent) {
        PostProgress progress =
                new PostProgress(Optional.empty(), Optional.empty(), Optional.empty(), 0, false, percent);
        return new PostState(LEARNER, version, postId, progress, false);
    }
}
