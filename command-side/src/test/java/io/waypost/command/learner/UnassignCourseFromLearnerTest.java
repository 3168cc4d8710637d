package io.waypost.command.learner;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.learner.LearnerFixture.FEEDING;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.SLEEP;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.expectingAnotherVersion;
import static io.waypost.command.learner.LearnerFixture.givenLearnerWith;

import io.waypost.api.learner.LearnerEvent.CourseUnassignedFromLearner;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.learner.LearnerCommand.UnassignCourseFromLearner;
import org.junit.jupiter.api.Test;

class UnassignCourseFromLearnerTest {

    private static final UnassignCourseFromLearner UNASSIGN_SLEEP = new UnassignCourseFromLearner(LEARNER, SLEEP);

    @Test
    void takesCourseAway() {
        givenLearnerWith(SLEEP, FEEDING)
                .when(UNASSIGN_SLEEP)
                .expectEvents(new CourseUnassignedFromLearner(LEARNER, SLEEP))
                .expectResultMessagePayload(new LearnerState(LEARNER, 2));
    }

    @Test
    void rejectsCourseThatIsNotAssignedDirectly() {
        givenLearnerWith(FEEDING)
                .when(UNASSIGN_SLEEP)
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The course is not assigned to this user directly"));
    }

    @Test
    void rejectsCourseOfLearnerToWhomNothingHappenedYet() {
        givenLearnerWith()
                .when(UNASSIGN_SLEEP)
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The course is not assigned to this user directly"));
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        givenLearnerWith()
                .when(new UnassignCourseFromLearner(UNKNOWN_LEARNER, SLEEP))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "User not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenLearnerWith(SLEEP)
                .when(UNASSIGN_SLEEP, expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }
}
