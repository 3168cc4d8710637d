package io.waypost.command.course;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.course.CourseFixture.BEFORE;
import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.DESCRIPTION;
import static io.waypost.command.course.CourseFixture.FEEDING;
import static io.waypost.command.course.CourseFixture.NOW;
import static io.waypost.command.course.CourseFixture.SLEEP;
import static io.waypost.command.course.CourseFixture.TITLE;
import static io.waypost.command.course.CourseFixture.expectingAnotherVersion;
import static io.waypost.command.course.CourseFixture.expectingVersion;
import static io.waypost.command.course.CourseFixture.given;
import static io.waypost.command.course.CourseFixture.givenCourseWith;
import static io.waypost.command.course.CourseFixture.givenNoCourse;
import static io.waypost.command.course.CourseFixture.unchanged;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.CourseRevised;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.course.CourseCommand.ReviseCourse;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ReviseCourseTest {

    private static final ReviseCourse NEW_TITLE = new ReviseCourse(COURSE, Optional.of("Toddlers"), Optional.empty());

    @Test
    void changesTitleAndKeepsTheRest() {
        givenCourseWith(SLEEP, FEEDING)
                .when(NEW_TITLE)
                .expectEvents(new CourseRevised(COURSE, "Toddlers", DESCRIPTION))
                .expectResultMessagePayload(
                        new CourseState(COURSE, "Toddlers", DESCRIPTION, List.of(SLEEP, FEEDING), BEFORE, NOW, 3));
    }

    @Test
    void changesDescription() {
        givenCourseWith()
                .when(new ReviseCourse(COURSE, Optional.empty(), Optional.of(Optional.of("Months 0 to 12"))))
                .expectEvents(new CourseRevised(COURSE, TITLE, Optional.of("Months 0 to 12")));
    }

    @Test
    void clearsDescription() {
        givenCourseWith()
                .when(new ReviseCourse(COURSE, Optional.empty(), Optional.of(Optional.empty())))
                .expectEvents(new CourseRevised(COURSE, TITLE, Optional.empty()));
    }

    @Test
    void changesNothingWhenNothingIsPresent() {
        givenCourseWith(SLEEP)
                .when(new ReviseCourse(COURSE, Optional.empty(), Optional.empty()))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(SLEEP));
    }

    @Test
    void changesNothingWhenTheValuesAreThere() {
        givenCourseWith(SLEEP)
                .when(new ReviseCourse(COURSE, Optional.of(TITLE), Optional.of(DESCRIPTION)))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(SLEEP));
    }

    @Test
    void rejectsBlankTitle() {
        givenCourseWith()
                .when(new ReviseCourse(COURSE, Optional.of(""), Optional.empty()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Course title cannot be empty"));
    }

    @Test
    void acceptsTheExpectedVersion() {
        givenCourseWith(SLEEP)
                .when(NEW_TITLE, expectingVersion(1))
                .expectEvents(new CourseRevised(COURSE, "Toddlers", DESCRIPTION));
    }

    @Test
    void rejectsStaleVersion() {
        givenCourseWith(SLEEP)
                .when(NEW_TITLE, expectingVersion(0))
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void rejectsVersionThatIsStillToCome() {
        givenCourseWith()
                .when(NEW_TITLE, expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownCourse() {
        givenNoCourse().when(NEW_TITLE).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedCourse() {
        given(new CourseCreated(COURSE, TITLE, DESCRIPTION), new CourseDeleted(COURSE))
                .when(NEW_TITLE)
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
