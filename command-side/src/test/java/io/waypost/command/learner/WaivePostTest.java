package io.waypost.command.learner;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.completed;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownPost;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownUser;
import static io.waypost.command.learner.LearnerFixture.reopened;
import static io.waypost.command.learner.LearnersPosts.CLOSED;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.UNKNOWN_POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.UserId;
import io.waypost.command.learner.LearnerCommand.WaivePost;
import io.waypost.command.learner.PostProgress.Waiver;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class WaivePostTest {

    private static final UserId MANAGER = new UserId(2);
    private static final UserId OTHER_MANAGER = new UserId(3);
    private static final String REASON = "Knows it as a midwife";

    private final WaiverReasons reasons = mock();

    @Test
    void waivesPostAndKeepsTheReasonBesideTheEvent() {
        given().when(waive(QUIZ, MANAGER, REASON))
                .expectEvents(new PostWaived(LEARNER, QUIZ, MANAGER))
                .expectResultMessagePayload(new PostState(LEARNER, 0, QUIZ, waived(MANAGER, Optional.empty()), true));

        verify(reasons).keep(LEARNER, QUIZ, REASON);
    }

    @Test
    void changesNothingAgain() {
        given(new PostWaived(LEARNER, TEXT, MANAGER))
                .when(waive(TEXT, OTHER_MANAGER, "Another reason"))
                .expectNoEvents()
                .expectResultMessagePayload(new PostState(
                        LEARNER,
                        0,
                        TEXT,
                        new PostProgress(
                                Optional.empty(),
                                Optional.of(new Waiver(MANAGER, BEFORE)),
                                Optional.empty(),
                                0,
                                false,
                                0),
                        false));

        verifyNoInteractions(reasons);
    }

    @Test
    void waivesPostAgainThatWasReopened() {
        given(new PostWaived(LEARNER, TEXT, MANAGER), reopened(TEXT))
                .when(waive(TEXT, OTHER_MANAGER, REASON))
                .expectEvents(new PostWaived(LEARNER, TEXT, OTHER_MANAGER))
                .expectResultMessagePayload(
                        new PostState(LEARNER, 2, TEXT, waived(OTHER_MANAGER, Optional.of(BEFORE)), true));

        verify(reasons).keep(LEARNER, TEXT, REASON);
    }

    @Test
    void waivesPostThatIsCompleted() {
        given(completed(TEXT, BEFORE, CompletionWay.HAND))
                .when(waive(TEXT, MANAGER, REASON))
                .expectEvents(new PostWaived(LEARNER, TEXT, MANAGER));
    }

    @Test
    void rejectsBlankReason() {
        given().when(waive(TEXT, MANAGER, " "))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Reason cannot be empty"));

        verifyNoInteractions(reasons);
    }

    @Test
    void rejectsPostThatNoAssignedCourseShows() {
        given().when(waive(CLOSED, MANAGER, REASON))
                .expectNoEvents()
                .expectException(refused(
                        ProblemCode.POST_NOT_ASSIGNED, "No course that is assigned to this user shows the post"));

        verifyNoInteractions(reasons);
    }

    @Test
    void rejectsPostThatDoesNotExist() {
        given().when(waive(UNKNOWN_POST, MANAGER, REASON)).expectNoEvents().expectException(refusedAsUnknownPost());
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given().when(new WaivePost(UNKNOWN_LEARNER, TEXT, MANAGER, REASON))
                .expectNoEvents()
                .expectException(refusedAsUnknownUser());
    }

    @Test
    void doesNotTellTheReasonInLogs() {
        assertThat(waive(TEXT, MANAGER, REASON).toString()).doesNotContain(REASON);
    }

    private TestExecutor<Learner> given(Object... events) {
        return LearnerFixture.given(reasons, KnownVideos.watched(), events);
    }

    private static WaivePost waive(PostId postId, UserId by, String reason) {
        return new WaivePost(LEARNER, postId, by, reason);
    }

    private static PostProgress waived(UserId by, Optional<Instant> reopenedAt) {
        return new PostProgress(Optional.empty(), Optional.of(new Waiver(by, NOW)), reopenedAt, 0, false, 0);
    }
}
