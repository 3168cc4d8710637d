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
import static io.waypost.command.course.CourseFixture.unchanged;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseDeleted;
import io.waypost.api.course.CourseEvent.ModuleMovedInCourse;
import io.waypost.api.module.ModuleId;
import io.waypost.api.ordering.Destination;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.course.CourseCommand.MoveModuleInCourse;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoveModuleInCourseTest {

    @Test
    void movesModuleToAnOrdering() {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(to(PLAY, 1))
                .expectEvents(new ModuleMovedInCourse(COURSE, PLAY, 1, List.of(SLEEP, PLAY, FEEDING)))
                .expectResultMessagePayload(changed(4, SLEEP, PLAY, FEEDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, Integer.MAX_VALUE})
    void clampsOrderingToTheEnd(int ordering) {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(to(SLEEP, ordering))
                .expectEvents(new ModuleMovedInCourse(COURSE, SLEEP, 2, List.of(FEEDING, PLAY, SLEEP)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void clampsOrderingToTheFront(int ordering) {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(to(PLAY, ordering))
                .expectEvents(new ModuleMovedInCourse(COURSE, PLAY, 0, List.of(PLAY, SLEEP, FEEDING)));
    }

    @Test
    void movesModuleDownBehindAnother() {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(behind(SLEEP, FEEDING))
                .expectEvents(new ModuleMovedInCourse(COURSE, SLEEP, 1, List.of(FEEDING, SLEEP, PLAY)))
                .expectResultMessagePayload(changed(4, FEEDING, SLEEP, PLAY));
    }

    @Test
    void movesModuleUpBehindAnother() {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(behind(PLAY, SLEEP))
                .expectEvents(new ModuleMovedInCourse(COURSE, PLAY, 1, List.of(SLEEP, PLAY, FEEDING)));
    }

    @Test
    void movesModuleToTheFrontWithoutPredecessor() {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(new MoveModuleInCourse(COURSE, FEEDING, new Destination.After<>(Optional.empty())))
                .expectEvents(new ModuleMovedInCourse(COURSE, FEEDING, 0, List.of(FEEDING, SLEEP, PLAY)));
    }

    @Test
    void changesNothingAtTheSameOrdering() {
        givenCourseWith(SLEEP, FEEDING)
                .when(to(FEEDING, 1))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(SLEEP, FEEDING));
    }

    @Test
    void changesNothingBehindItsPredecessor() {
        givenCourseWith(SLEEP, FEEDING)
                .when(behind(FEEDING, SLEEP))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(SLEEP, FEEDING));
    }

    @Test
    void changesNothingBehindItself() {
        givenCourseWith(SLEEP, FEEDING)
                .when(behind(SLEEP, SLEEP))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(SLEEP, FEEDING));
    }

    @Test
    void rejectsModuleThatIsNotInCourse() {
        givenCourseWith(SLEEP)
                .when(to(PLAY, 0))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The module is not in this course"));
    }

    @Test
    void rejectsModuleThatIsNotInCourseBehindItself() {
        givenCourseWith(SLEEP)
                .when(behind(PLAY, PLAY))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The module is not in this course"));
    }

    @Test
    void rejectsPredecessorThatIsNotInCourse() {
        givenCourseWith(SLEEP, FEEDING)
                .when(behind(SLEEP, UNKNOWN))
                .expectNoEvents()
                .expectException(
                        refused(ProblemCode.PREDECESSOR_NOT_IN_COURSE, "The module to follow is not in this course"));
    }

    @Test
    void rejectsStaleVersion() {
        givenCourseWith(SLEEP, FEEDING)
                .when(to(SLEEP, 1), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedCourse() {
        given(new CourseCreated(COURSE, TITLE, DESCRIPTION), new CourseDeleted(COURSE))
                .when(to(SLEEP, 0))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    private static MoveModuleInCourse to(ModuleId moduleId, int ordering) {
        return new MoveModuleInCourse(COURSE, moduleId, new Destination.Position<>(ordering));
    }

    private static MoveModuleInCourse behind(ModuleId moduleId, ModuleId predecessor) {
        return new MoveModuleInCourse(COURSE, moduleId, new Destination.After<>(Optional.of(predecessor)));
    }
}
