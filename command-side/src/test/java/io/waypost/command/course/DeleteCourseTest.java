package io.waypost.command.course;

import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.DESCRIPTION;
import static io.waypost.command.course.CourseFixture.FEEDING;
import static io.waypost.command.course.CourseFixture.SLEEP;
import static io.waypost.command.course.CourseFixture.TITLE;
import static io.waypost.command.course.CourseFixture.changed;
import static io.waypost.command.course.CourseFixture.expectingAnotherVersion;
import static io.waypost.command.course.CourseFixture.given;
import static io.waypost.command.course.CourseFixture.givenCourseWith;
import static io.waypost.command.course.CourseFixture.givenNoCourse;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.command.course.CourseCommand.DeleteCourse;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class DeleteCourseTest {

    @Test
    void deletesCourseWithItsModulesInPlace() {
        givenCourseWith(SLEEP, FEEDING)
                .when(new DeleteCourse(COURSE))
                .expectEvents(new CourseDeleted(COURSE))
                .expectResultMessagePayload(changed(3, SLEEP, FEEDING))
                .expectMarkedDeleted();
    }

    @Test
    void rejectsStaleVersion() {
        givenCourseWith()
                .when(new DeleteCourse(COURSE), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownCourse() {
        givenNoCourse().when(new DeleteCourse(COURSE)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedCourse() {
        given(new CourseCreated(COURSE, TITLE, DESCRIPTION), new CourseDeleted(COURSE))
                .when(new DeleteCourse(COURSE))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
