package io.waypost.command.learner;

import static io.waypost.command.learner.LearnerFixture.FEEDING;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.SLEEP;
import static io.waypost.command.learner.LearnerFixture.givenLearnerWith;

import io.waypost.command.Snapshots;
import io.waypost.command.learner.LearnerCommand.AssignCourseToLearner;
import org.junit.jupiter.api.Test;

class LearnerSnapshotTest {

    @Test
    void readsBackWithAllItHolds() {
        givenLearnerWith(SLEEP)
                .when(new AssignCourseToLearner(LEARNER, FEEDING))
                .expectState(learner -> Snapshots.assertReadsBack("Learner", learner));
    }
}
