package io.waypost.command.course;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.DESCRIPTION;
import static io.waypost.command.course.CourseFixture.FEEDING;
import static io.waypost.command.course.CourseFixture.PLAY;
import static io.waypost.command.course.CourseFixture.SLEEP;
import static io.waypost.command.course.CourseFixture.TITLE;
import static io.waypost.command.course.CourseFixture.changed;
import static io.waypost.command.course.CourseFixture.expectingAnotherVersion;
import static io.waypost.command.course.CourseFixture.given;
import static io.waypost.command.course.CourseFixture.givenCourseWith;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.ModuleRemovedFromCourse;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.course.CourseCommand.RemoveModuleFromCourse;
import java.util.List;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;

class RemoveModuleFromCourseTest {

    @Test
    void closesTheGap() {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(new RemoveModuleFromCourse(COURSE, FEEDING))
                .expectEvents(new ModuleRemovedFromCourse(COURSE, FEEDING, List.of(SLEEP, PLAY)))
                .expectResultMessagePayload(changed(4, SLEEP, PLAY));
    }

    @Test
    void removesLastModule() {
        givenCourseWith(SLEEP)
                .when(new RemoveModuleFromCourse(COURSE, SLEEP))
                .expectEvents(new ModuleRemovedFromCourse(COURSE, SLEEP, List.of()))
                .expectResultMessagePayload(changed(2));
    }

    @Test
    void rejectsModuleThatIsNotInCourse() {
        givenCourseWith(SLEEP)
                .when(new RemoveModuleFromCourse(COURSE, PLAY))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The module is not in this course"));
    }

    @Test
    void rejectsStaleVersion() {
        givenCourseWith(SLEEP)
                .when(new RemoveModuleFromCourse(COURSE, SLEEP), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedCourse() {
        given(new CourseCreated(COURSE, TITLE, DESCRIPTION), new CourseDeleted(COURSE))
                .when(new RemoveModuleFromCourse(COURSE, SLEEP))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
