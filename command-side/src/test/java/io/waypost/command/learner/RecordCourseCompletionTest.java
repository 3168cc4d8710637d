package io.waypost.command.learner;

import static io.waypost.command.learner.LearnerFixture.BEFORE;
import static io.waypost.command.learner.LearnerFixture.FEEDING;
import static io.waypost.command.learner.LearnerFixture.LEARNER;
import static io.waypost.command.learner.LearnerFixture.NOW;
import static io.waypost.command.learner.LearnerFixture.SLEEP;
import static io.waypost.command.learner.LearnerFixture.UNKNOWN_LEARNER;
import static io.waypost.command.learner.LearnerFixture.given;
import static io.waypost.command.learner.LearnerFixture.refusedAsUnknownUser;

import io.waypost.api.learner.LearnerEvent.CourseCompleted;
import io.waypost.command.learner.LearnerCommand.RecordCourseCompletion;
import org.junit.jupiter.api.Test;

class RecordCourseCompletionTest {

    @Test
    void putsCompletionOnRecord() {
        given(new CourseCompleted(LEARNER, FEEDING, BEFORE))
                .when(new RecordCourseCompletion(LEARNER, SLEEP, NOW))
                .expectEvents(new CourseCompleted(LEARNER, SLEEP, NOW))
                .expectResultMessagePayload(new LearnerState(LEARNER, 1));
    }

    @Test
    void isDoneOnce() {
        given(new CourseCompleted(LEARNER, SLEEP, BEFORE))
                .when(new RecordCourseCompletion(LEARNER, SLEEP, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(new LearnerState(LEARNER, 0));
    }

    @Test
    void rejectsUserWhoDoesNotExist() {
        given().when(new RecordCourseCompletion(UNKNOWN_LEARNER, SLEEP, NOW))
                .expectNoEvents()
                .expectException(refusedAsUnknownUser());
    }
}
