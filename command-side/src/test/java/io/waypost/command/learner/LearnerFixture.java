package io.waypost.command.learner;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.CourseAssignedToLearner;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostReopened;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.Refusal;
import io.waypost.command.platform.lookup.CourseLookup;
import io.waypost.command.platform.lookup.UserLookup;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;

/** A learner as it is before a command. */
final class LearnerFixture {

    static final LearnerId LEARNER = new LearnerId(5);
    static final LearnerId UNKNOWN_LEARNER = new LearnerId(404);
    static final CourseId SLEEP = new CourseId(7);
    static final CourseId FEEDING = new CourseId(8);
    static final CourseId UNKNOWN_COURSE = new CourseId(404);

    /** When all that happened before a command happened. */
    static final Instant BEFORE = Instant.parse("2026-01-01T12:00:00Z");

    /** When a command is given. */
    static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

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
        return given(mock(), KnownVideos.watched(), events);
    }

    /** A learner whose reasons for waivers are kept there, and of whom parts of videos were watched. */
    static TestExecutor<Learner> given(WaiverReasons reasons, WatchedVideos videos, Object... events) {
        AggregateTestFixture<Learner> fixture = new AggregateTestFixture<>(Learner.class);
        UserLookup users = mock();
        doThrow(RequestRejected.notFound("User"))
                .when(users)
                .require(argThat(id -> !LEARNER.userId().equals(id)));
        fixture.registerInjectableResource(users);
        CourseLookup courses = mock();
        doThrow(RequestRejected.notFound("Course")).when(courses).require(argThat(UNKNOWN_COURSE::equals));
        fixture.registerInjectableResource(courses);
        fixture.registerInjectableResource(LearnersPosts.access());
        fixture.registerInjectableResource(reasons);
        fixture.registerInjectableResource(videos);
        return fixture.givenCurrentTime(BEFORE).andGiven(events).andGivenCurrentTime(NOW);
    }

    static PostCompleted completed(PostId postId, Instant at, CompletionWay via) {
        return new PostCompleted(LEARNER, postId, at, via);
    }

    static PostReopened reopened(PostId postId) {
        return new PostReopened(LEARNER, postId);
    }

    static Matcher<RequestRejected> refusedAsUnknownUser() {
        return Refusal.refused(ProblemCode.NOT_FOUND, "User not found");
    }

    static Matcher<RequestRejected> refusedAsUnknownPost() {
        return Refusal.refused(ProblemCode.NOT_FOUND, "Post not found");
    }

    static Matcher<RequestRejected> refusedAsClosed() {
        return Refusal.refused(ProblemCode.FORBIDDEN, "No course that is assigned to you shows this post");
    }
}
