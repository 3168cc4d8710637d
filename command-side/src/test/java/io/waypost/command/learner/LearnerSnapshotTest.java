package io.waypost.command.learner;

import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.FEEDING;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.SLEEP;
import static io.waypost.command.learner.LearnerFixture.completed;
import static io.waypost.command.learner.LearnerFixture.given;
import static io.waypost.command.learner.LearnerFixture.reopened;
import static io.waypost.command.learner.LearnersPosts.QUIZ;
import static io.waypost.command.learner.LearnersPosts.TEXT;
import static io.waypost.command.learner.LearnersPosts.VIDEO;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.CourseCompleted;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.user.UserId;
import io.waypost.command.Snapshots;
import io.waypost.command.learner.LearnerCommand.AssignCourseToLearner;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerSnapshotTest {

    @Test
    void readsBackWithAllItHolds() {
        given(
                        new CourseAssignedToLearner(LEARNER, SLEEP),
                        completed(TEXT, BEFORE, CompletionWay.OFFLINE),
                        new PostWaived(LEARNER, TEXT, new UserId(2)),
                        new QuizAttempted(LEARNER, QUIZ, 1, 1, 100, true, List.of()),
                        completed(QUIZ, BEFORE, CompletionWay.QUIZ),
                        reopened(QUIZ),
                        new VideoWatched(LEARNER, VIDEO, 40),
                        new CourseCompleted(LEARNER, SLEEP, BEFORE))
                .when(new AssignCourseToLearner(LEARNER, FEEDING))
                .expectState(learner -> Snapshots.assertReadsBack("Learner", learner));
    }
}
