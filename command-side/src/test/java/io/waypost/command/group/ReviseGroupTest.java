package io.waypost.command.group;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEFORE;
import static io.waypost.command.group.GroupFixture.DESCRIPTION;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.NAME;
import static io.waypost.command.group.GroupFixture.NOW;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.givenGroupWithCourses;
import static io.waypost.command.group.GroupFixture.givenNoGroup;
import static io.waypost.command.group.GroupFixture.unchanged;

import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.api.group.GroupEvent.GroupRevised;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.group.GroupCommand.ReviseGroup;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ReviseGroupTest {

    private static final ReviseGroup NEW_NAME = new ReviseGroup(GROUP, Optional.of("Toddlers"), Optional.empty());

    @Test
    void changesNameAndKeepsTheRest() {
        givenGroupWithCourses(GroupFixture.SLEEP)
                .when(NEW_NAME)
                .expectEvents(new GroupRevised(GROUP, "Toddlers", DESCRIPTION))
                .expectResultMessagePayload(new GroupState(
                        GROUP, "Toddlers", DESCRIPTION, ADA, 1, List.of(GroupFixture.SLEEP), BEFORE, NOW, 3));
    }

    @Test
    void changesDescription() {
        givenGroup()
                .when(new ReviseGroup(GROUP, Optional.empty(), Optional.of(Optional.of("New"))))
                .expectEvents(new GroupRevised(GROUP, NAME, Optional.of("New")));
    }

    @Test
    void clearsDescription() {
        givenGroup()
                .when(new ReviseGroup(GROUP, Optional.empty(), Optional.of(Optional.empty())))
                .expectEvents(new GroupRevised(GROUP, NAME, Optional.empty()));
    }

    @Test
    void changesNothingWhenNothingIsPresent() {
        givenGroup()
                .when(new ReviseGroup(GROUP, Optional.empty(), Optional.empty()))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(1, 1));
    }

    @Test
    void changesNothingWhenTheValuesAreThere() {
        givenGroup()
                .when(new ReviseGroup(GROUP, Optional.of(NAME), Optional.of(DESCRIPTION)))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(1, 1));
    }

    @Test
    void rejectsBlankName() {
        givenGroup()
                .when(new ReviseGroup(GROUP, Optional.of(""), Optional.empty()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Group name cannot be empty"));
    }

    @Test
    void rejectsStaleVersion() {
        givenGroup().when(NEW_NAME, expectingAnotherVersion()).expectNoEvents().expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(NEW_NAME).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedGroup() {
        givenGroup(new GroupDeleted(GROUP))
                .when(NEW_NAME)
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
