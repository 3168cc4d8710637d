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

import io.waypost.api.group.GroupEvent.CourseUnassignedFromGroup;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.group.GroupCommand.UnassignCourseFromGroup;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class UnassignCourseFromGroupTest {

    @Test
    void closesTheGap() {
        givenGroupWithCourses(SLEEP, FEEDING, PLAY)
                .when(new UnassignCourseFromGroup(GROUP, FEEDING))
                .expectEvents(new CourseUnassignedFromGroup(GROUP, FEEDING, List.of(SLEEP, PLAY)))
                .expectResultMessagePayload(changed(5, 1, SLEEP, PLAY));
    }

    @Test
    void rejectsCourseThatIsNotAssigned() {
        givenGroupWithCourses(SLEEP)
                .when(new UnassignCourseFromGroup(GROUP, PLAY))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "The course is not assigned to this group"));
    }

    @Test
    void rejectsStaleVersion() {
        givenGroupWithCourses(SLEEP)
                .when(new UnassignCourseFromGroup(GROUP, SLEEP), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup()
                .when(new UnassignCourseFromGroup(GROUP, SLEEP))
                .expectException(AggregateNotFoundException.class);
    }
}
