package io.waypost.command.learner;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.learner.LearnerFixture.FEEDING;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.SLEEP;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_COURSE;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.expectingAnotherVersion;
import static io.waypost.command.learner.LearnerFixture.given;
import static io.waypost.command.learner.LearnerFixture.givenLearnerWith;

import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.CourseUnassignedFromLearner;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.learner.LearnerCommand.AssignCourseToLearner;
import org.junit.jupiter.api.Test;

class AssignCourseToLearnerTest {

    private static final AssignCourseToLearner ASSIGN_SLEEP = new AssignCourseToLearner(LEARNER, SLEEP);

    @Test
    void beginsWithTheFirstCourse() {
        givenLearnerWith()
                .when(ASSIGN_SLEEP)
                .expectEvents(new CourseAssignedToLearner(LEARNER, SLEEP))
                .expectResultMessagePayload(new LearnerState(LEARNER, 0));
    }

    @Test
    void goesOnWithTheNext() {
        givenLearnerWith(FEEDING)
                .when(ASSIGN_SLEEP)
                .expectEvents(new CourseAssignedToLearner(LEARNER, SLEEP))
                .expectResultMessagePayload(new LearnerState(LEARNER, 1));
    }

    @Test
    void assignsCourseAgainThatWasTakenAway() {
        given(new CourseAssignedToLearner(LEARNER, SLEEP), new CourseUnassignedFromLearner(LEARNER, SLEEP))
                .when(ASSIGN_SLEEP)
                .expectEvents(new CourseAssignedToLearner(LEARNER, SLEEP));
    }

    @Test
    void rejectsCourseThatIsAssignedAlready() {
        givenLearnerWith(SLEEP)
                .when(ASSIGN_SLEEP)
                .expectNoEvents()
                .expectException(refused(
                        ProblemCode.COURSE_ALREADY_ASSIGNED, "The course is already assigned to this user directly"));
    }

    @Test
    void rejectsUserWhoDoesNotExistBeforeTheCourse() {
        givenLearnerWith()
                .when(new AssignCourseToLearner(UNKNOWN_LEARNER, UNKNOWN_COURSE))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "User not found"));
    }

    @Test
    void rejectsCourseThatDoesNotExist() {
        givenLearnerWith()
                .when(new AssignCourseToLearner(LEARNER, UNKNOWN_COURSE))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Course not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenLearnerWith(FEEDING)
                .when(ASSIGN_SLEEP, expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }
}
