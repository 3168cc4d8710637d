package io.waypost.command.learner;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A learner as it is before a command. */
final class LearnerFixture {

    static final LearnerId LEARNER = new LearnerId(5);
    static final LearnerId UNKNOWN_LEARNER = new LearnerId(404);
    static final CourseId SLEEP = new CourseId(7);
    static final CourseId FEEDING = new CourseId(8);
    static final CourseId UNKNOWN_COURSE = new CourseId(404);

    private LearnerFixture() {}

    /** A version that a learner of these tests never has. */
    static Map<String, Object> expectingAnotherVersion() {
        return Map.of("expected_version", 99L);
    }

    /** A learner to whom these courses are assigned directly; nothing happened yet to one without. */
    static TestExecutor<Learner> givenLearnerWith(CourseId... courses) {
        return given(Stream.of(courses)
                .map(course -> new CourseAssignedToLearner(LEARNER, course))
                .toArray());
    }

    static TestExecutor<Learner> given(Object... events) {
        AggregateTestFixture<Learner> fixture = new AggregateTestFixture<>(Learner.class);
        UserLookup users = mock();
        doThrow(RequestRejected.notFound("User"))
                .when(users)
                .require(argThat(id -> !LEARNER.userId().equals(id)));
        fixture.registerInjectableResource(users);
        CourseLookup courses = mock();
        doThrow(RequestRejected.notFound("Course")).when(courses).require(argThat(UNKNOWN_COURSE::equals));
        fixture.registerInjectableResource(courses);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(events);
    }
}
