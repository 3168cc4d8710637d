package io.waypost.command.course;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.DESCRIPTION;
import static io.waypost.command.course.CourseFixture.FEEDING;
import static io.waypost.command.course.CourseFixture.PLAY;
import static io.waypost.command.course.CourseFixture.SLEEP;
import static io.waypost.command.course.CourseFixture.TITLE;
import static io.waypost.command.course.CourseFixture.UNKNOWN;
import static io.waypost.command.course.CourseFixture.changed;
import static io.waypost.command.course.CourseFixture.expectingAnotherVersion;
import static io.waypost.command.course.CourseFixture.given;
import static io.waypost.command.course.CourseFixture.givenCourseWith;
import static io.waypost.command.course.CourseFixture.givenNoCourse;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseEvent.ModuleRemovedFromCourse;
import io.waypost.api.module.ModuleId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.course.CourseCommand.AddModuleToCourse;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddModuleToCourseTest {

    @Test
    void addsFirstModule() {
        givenCourseWith()
                .when(atTheEnd(SLEEP))
                .expectEvents(new ModuleAddedToCourse(COURSE, SLEEP, 0, List.of(SLEEP)))
                .expectResultMessagePayload(changed(1, SLEEP));
    }

    @Test
    void addsModuleAtTheEndWithoutOrdering() {
        givenCourseWith(SLEEP, FEEDING)
                .when(atTheEnd(PLAY))
                .expectEvents(new ModuleAddedToCourse(COURSE, PLAY, 2, List.of(SLEEP, FEEDING, PLAY)))
                .expectResultMessagePayload(changed(3, SLEEP, FEEDING, PLAY));
    }

    @Test
    void addsModuleAtItsOrdering() {
        givenCourseWith(SLEEP, FEEDING)
                .when(at(PLAY, 1))
                .expectEvents(new ModuleAddedToCourse(COURSE, PLAY, 1, List.of(SLEEP, PLAY, FEEDING)))
                .expectResultMessagePayload(changed(3, SLEEP, PLAY, FEEDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100, Integer.MAX_VALUE})
    void clampsOrderingBehindTheEnd(int ordering) {
        givenCourseWith(SLEEP, FEEDING)
                .when(at(PLAY, ordering))
                .expectEvents(new ModuleAddedToCourse(COURSE, PLAY, 2, List.of(SLEEP, FEEDING, PLAY)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void clampsOrderingBeforeTheFront(int ordering) {
        givenCourseWith(SLEEP, FEEDING)
                .when(at(PLAY, ordering))
                .expectEvents(new ModuleAddedToCourse(COURSE, PLAY, 0, List.of(PLAY, SLEEP, FEEDING)));
    }

    @Test
    void addsModuleAgainThatWasRemoved() {
        given(
                        new CourseCreated(COURSE, TITLE, DESCRIPTION),
                        new ModuleAddedToCourse(COURSE, SLEEP, 0, List.of(SLEEP)),
                        new ModuleRemovedFromCourse(COURSE, SLEEP, List.of()))
                .when(atTheEnd(SLEEP))
                .expectEvents(new ModuleAddedToCourse(COURSE, SLEEP, 0, List.of(SLEEP)));
    }

    @Test
    void rejectsModuleAlreadyInCourse() {
        givenCourseWith(SLEEP, FEEDING)
                .when(at(SLEEP, 1))
                .expectNoEvents()
                .expectException(refused(ProblemCode.MODULE_ALREADY_IN_COURSE, "The module is already in this course"));
    }

    @Test
    void rejectsModuleThatDoesNotExist() {
        givenCourseWith(SLEEP)
                .when(atTheEnd(UNKNOWN))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Module not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenCourseWith(SLEEP)
                .when(atTheEnd(PLAY), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownCourse() {
        givenNoCourse().when(atTheEnd(SLEEP)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedCourse() {
        given(new CourseCreated(COURSE, TITLE, DESCRIPTION), new CourseDeleted(COURSE))
                .when(atTheEnd(SLEEP))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    private static AddModuleToCourse atTheEnd(ModuleId moduleId) {
        return new AddModuleToCourse(COURSE, moduleId, Optional.empty());
    }

    private static AddModuleToCourse at(ModuleId moduleId, int ordering) {
        return new AddModuleToCourse(COURSE, moduleId, Optional.of(ordering));
    }
}
