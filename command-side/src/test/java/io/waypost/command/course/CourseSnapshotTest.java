package io.waypost.command.course;

import static io.waypost.command.course.CourseFixture.COURSE;
import static io.waypost.command.course.CourseFixture.FEEDING;
import static io.waypost.command.course.CourseFixture.SLEEP;
import static io.waypost.command.course.CourseFixture.givenCourseWith;

import io.waypost.command.Snapshots;
import io.waypost.command.course.CourseCommand.ReviseCourse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseSnapshotTest {

    @Test
    void readsBackWithAllItHolds() {
        givenCourseWith(SLEEP, FEEDING)
                .when(new ReviseCourse(COURSE, Optional.of("Toddlers"), Optional.empty()))
                .expectState(course -> Snapshots.assertReadsBack("Course", course));
    }

    @Test
    void readsBackWithoutWhatIsOptional() {
        givenCourseWith()
                .when(new ReviseCourse(COURSE, Optional.empty(), Optional.of(Optional.empty())))
                .expectState(course -> Snapshots.assertReadsBack("Course", course));
    }
}
