package io.waypost.command.course;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.DESCRIPTION;
import static io.waypost.command.course.CourseFixture.NOW;
import static io.waypost.command.course.CourseFixture.TITLE;
import static io.waypost.command.course.CourseFixture.expectingVersion;
import static io.waypost.command.course.CourseFixture.givenNoCourse;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.course.CourseCommand.CreateCourse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateCourseTest {

    @Test
    void createsCourseWithoutModules() {
        givenNoCourse()
                .when(new CreateCourse(COURSE, TITLE, DESCRIPTION))
                .expectEvents(new CourseCreated(COURSE, TITLE, DESCRIPTION))
                .expectResultMessagePayload(new CourseState(COURSE, TITLE, DESCRIPTION, List.of(), NOW, NOW, 0));
    }

    @Test
    void createsCourseWithoutDescription() {
        givenNoCourse()
                .when(new CreateCourse(COURSE, TITLE, Optional.empty()))
                .expectEvents(new CourseCreated(COURSE, TITLE, Optional.empty()));
    }

    @Test
    void rejectsBlankTitle() {
        givenNoCourse()
                .when(new CreateCourse(COURSE, " ", DESCRIPTION))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Course title cannot be empty"));
    }

    @Test
    void rejectsAnyExpectedVersion() {
        givenNoCourse()
                .when(new CreateCourse(COURSE, TITLE, DESCRIPTION), expectingVersion(0))
                .expectNoEvents()
                .expectException(refusedAsStale());
    }
}
