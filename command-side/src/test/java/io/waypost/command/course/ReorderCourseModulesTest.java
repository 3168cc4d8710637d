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
import io.waypost.api.course.CourseEvent.CourseModulesReordered;
import io.waypost.api.module.ModuleId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.course.CourseCommand.ReorderCourseModules;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReorderCourseModulesTest {

    @Test
    void putsModulesIntoNewOrder() {
        givenCourseWith(SLEEP, FEEDING, PLAY)
                .when(into(PLAY, SLEEP, FEEDING))
                .expectEvents(new CourseModulesReordered(COURSE, List.of(PLAY, SLEEP, FEEDING)))
                .expectResultMessagePayload(changed(4, PLAY, SLEEP, FEEDING));
    }

    @Test
    void changesNothingInTheSameOrder() {
        givenCourseWith(SLEEP, FEEDING)
                .when(into(SLEEP, FEEDING))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(SLEEP, FEEDING));
    }

    @Test
    void changesNothingWithoutModules() {
        givenCourseWith().when(into()).expectNoEvents().expectResultMessagePayload(unchanged());
    }

    @ParameterizedTest
    @MethodSource
    void rejectsOrderThatIsNoPermutation(List<ModuleId> order) {
        givenCourseWith(SLEEP, FEEDING)
                .when(new ReorderCourseModules(COURSE, order))
                .expectNoEvents()
                .expectException(refused(
                        ProblemCode.NOT_A_PERMUTATION,
                        "The new order must hold exactly the modules of the course, each once"));
    }

    static Stream<List<ModuleId>> rejectsOrderThatIsNoPermutation() {
        return Stream.of(
                List.of(),
                List.of(SLEEP),
                List.of(SLEEP, SLEEP),
                List.of(SLEEP, PLAY),
                List.of(SLEEP, FEEDING, PLAY),
                List.of(SLEEP, FEEDING, SLEEP),
                List.of(UNKNOWN, SLEEP, FEEDING));
    }

    @Test
    void rejectsStaleVersion() {
        givenCourseWith(SLEEP, FEEDING)
                .when(into(FEEDING, SLEEP), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedCourse() {
        given(new CourseCreated(COURSE, TITLE, DESCRIPTION), new CourseDeleted(COURSE))
                .when(into())
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    private static ReorderCourseModules into(ModuleId... order) {
        return new ReorderCourseModules(COURSE, List.of(order));
    }
}
