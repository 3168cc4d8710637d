package io.waypost.command.group;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.FEEDING;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.PLAY;
import static io.waypost.command.group.GroupFixture.SLEEP;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.givenGroupWithCourses;
import static io.waypost.command.group.GroupFixture.givenNoGroup;
import static io.waypost.command.group.GroupFixture.unchanged;

import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupEvent.GroupCoursesReordered;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.group.GroupCommand.ReorderGroupCourses;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReorderGroupCoursesTest {

    @Test
    void putsCoursesIntoNewOrder() {
        givenGroupWithCourses(SLEEP, FEEDING, PLAY)
                .when(into(PLAY, SLEEP, FEEDING))
                .expectEvents(new GroupCoursesReordered(GROUP, List.of(PLAY, SLEEP, FEEDING)))
                .expectResultMessagePayload(changed(5, 1, PLAY, SLEEP, FEEDING));
    }

    @Test
    void changesNothingInTheSameOrder() {
        givenGroupWithCourses(SLEEP, FEEDING)
                .when(into(SLEEP, FEEDING))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(3, 1, SLEEP, FEEDING));
    }

    @ParameterizedTest
    @MethodSource
    void rejectsOrderThatIsNoPermutation(List<CourseId> order) {
        givenGroupWithCourses(SLEEP, FEEDING)
                .when(new ReorderGroupCourses(GROUP, order))
                .expectNoEvents()
                .expectException(refused(
                        ProblemCode.NOT_A_PERMUTATION,
                        "The new order must hold exactly the courses of the group, each once"));
    }

    static Stream<List<CourseId>> rejectsOrderThatIsNoPermutation() {
        return Stream.of(List.of(), List.of(SLEEP), List.of(SLEEP, SLEEP), List.of(SLEEP, FEEDING, PLAY));
    }

    @Test
    void rejectsStaleVersion() {
        givenGroupWithCourses(SLEEP, FEEDING)
                .when(into(FEEDING, SLEEP), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(into()).expectException(AggregateNotFoundException.class);
    }

    private static ReorderGroupCourses into(CourseId... order) {
        return new ReorderGroupCourses(GROUP, List.of(order));
    }
}
