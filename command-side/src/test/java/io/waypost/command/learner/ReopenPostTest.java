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
import static io.waypost.command.learner.LearnersPosts.CLOSED;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.UNKNOWN_POST;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.UserId;
import io.waypost.command.learner.LearnerCommand.ReopenPost;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReopenPostTest {

    @Test
    void takesBothCompletionAndWaiverAway() {
        given(completed(TEXT, BEFORE, CompletionWay.HAND), new PostWaived(LEARNER, TEXT, new UserId(2)))
                .when(reopen(TEXT))
                .expectEvents(reopened(TEXT))
                .expectResultMessagePayload(new PostState(
                        LEARNER,
                        2,
                        TEXT,
                        new PostProgress(Optional.empty(), Optional.empty(), Optional.of(NOW), 0, false, 0),
                        false));
    }

    @Test
    void reopensPostThatIsOnlyWaived() {
        given(new PostWaived(LEARNER, TEXT, new UserId(2))).when(reopen(TEXT)).expectEvents(reopened(TEXT));
    }

    @Test
    void rejectsPostThatWasNotCompleted() {
        given().when(reopen(TEXT))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The post is not completed"));
    }

    @Test
    void rejectsPostThatWasReopenedAlready() {
        given(completed(TEXT, BEFORE, CompletionWay.HAND), reopened(TEXT))
                .when(reopen(TEXT))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The post is not completed"));
    }

    @Test
    void rejectsPostThatNoAssignedCourseShowsAnyMore() {
        given(completed(CLOSED, BEFORE, CompletionWay.HAND))
                .when(reopen(CLOSED))
                .expectNoEvents()
                .expectException(refusedAsClosed());
    }

    @Test
    void rejectsPostThatDoesNotExist() {
        given().when(reopen(UNKNOWN_POST)).expectNoEvents().expectException(refusedAsUnknownPost());
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given().when(new ReopenPost(UNKNOWN_LEARNER, TEXT)).expectNoEvents().expectException(refusedAsUnknownUser());
    }

    private static ReopenPost reopen(PostId postId) {
        return new ReopenPost(LEARNER, postId);
    }
}
