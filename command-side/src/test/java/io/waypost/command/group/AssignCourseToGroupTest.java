package io.waypost.command.group;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.FEEDING;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.PLAY;
import static io.waypost.command.group.GroupFixture.SLEEP;
import static io.waypost.command.group.GroupFixture.UNKNOWN_COURSE;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.givenGroupWithCourses;
import static io.waypost.command.group.GroupFixture.givenNoGroup;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.group.GroupCommand.AssignCourseToGroup;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class AssignCourseToGroupTest {

    @Test
    void assignsAtTheEndWithoutOrdering() {
        givenGroupWithCourses(SLEEP, FEEDING)
                .when(atTheEnd(PLAY))
                .expectEvents(new CourseAssignedToGroup(GROUP, PLAY, 2, List.of(SLEEP, FEEDING, PLAY)))
                .expectResultMessagePayload(changed(4, 1, SLEEP, FEEDING, PLAY));
    }

    @Test
    void assignsAtItsOrdering() {
        givenGroupWithCourses(SLEEP, FEEDING)
                .when(at(PLAY, 1))
                .expectEvents(new CourseAssignedToGroup(GROUP, PLAY, 1, List.of(SLEEP, PLAY, FEEDING)));
    }

    @Test
    void clampsOrderingIntoRange() {
        givenGroupWithCourses(SLEEP)
                .when(at(PLAY, Integer.MIN_VALUE))
                .expectEvents(new CourseAssignedToGroup(GROUP, PLAY, 0, List.of(PLAY, SLEEP)));
        givenGroupWithCourses(SLEEP)
                .when(at(PLAY, Integer.MAX_VALUE))
                .expectEvents(new CourseAssignedToGroup(GROUP, PLAY, 1, List.of(SLEEP, PLAY)));
    }

    @Test
    void rejectsCourseThatIsAssignedAlready() {
        givenGroupWithCourses(SLEEP, FEEDING)
                .when(at(SLEEP, 1))
                .expectNoEvents()
                .expectException(
                        refused(ProblemCode.COURSE_ALREADY_ASSIGNED, "The course is already assigned to this group"));
    }

    @Test
    void rejectsCourseThatDoesNotExist() {
        givenGroupWithCourses(SLEEP)
                .when(atTheEnd(UNKNOWN_COURSE))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Course not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenGroupWithCourses(SLEEP)
                .when(atTheEnd(PLAY), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(atTheEnd(SLEEP)).expectException(AggregateNotFoundException.class);
    }

    private static AssignCourseToGroup atTheEnd(CourseId courseId) {
        return new AssignCourseToGroup(GROUP, courseId, Optional.empty());
    }

    private static AssignCourseToGroup at(CourseId courseId, int ordering) {
        return new AssignCourseToGroup(GROUP, courseId, Optional.of(ordering));
    }
}
