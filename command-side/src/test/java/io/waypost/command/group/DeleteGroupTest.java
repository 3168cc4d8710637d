package io.waypost.command.group;

import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.SLEEP;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.givenGroupWithCourses;
import static io.waypost.command.group.GroupFixture.givenNoGroup;

import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.command.group.GroupCommand.DeleteGroup;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class DeleteGroupTest {

    @Test
    void deletesGroupWithMembersAndCoursesInPlace() {
        givenGroupWithCourses(SLEEP)
                .when(new DeleteGroup(GROUP))
                .expectEvents(new GroupDeleted(GROUP))
                .expectResultMessagePayload(changed(3, 1, SLEEP))
                .expectMarkedDeleted();
    }

    @Test
    void rejectsStaleVersion() {
        givenGroup()
                .when(new DeleteGroup(GROUP), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(new DeleteGroup(GROUP)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedGroup() {
        givenGroup(new GroupDeleted(GROUP))
                .when(new DeleteGroup(GROUP))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
