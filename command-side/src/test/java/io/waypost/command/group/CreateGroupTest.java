package io.waypost.command.group;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.DESCRIPTION;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.NAME;
import static io.waypost.command.group.GroupFixture.NOW;
import static io.waypost.command.group.GroupFixture.UNKNOWN_USER;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.givenNoGroup;
import static io.waypost.command.group.GroupFixture.joined;

import io.waypost.api.group.GroupEvent.GroupCreated;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.group.GroupCommand.CreateGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateGroupTest {

    @Test
    void createsGroupWhoseOwnerIsItsCreator() {
        givenNoGroup()
                .when(new CreateGroup(GROUP, NAME, DESCRIPTION, ADA))
                .expectEvents(new GroupCreated(GROUP, NAME, DESCRIPTION, ADA), joined(ADA, GroupRole.OWNER))
                .expectResultMessagePayload(new GroupState(GROUP, NAME, DESCRIPTION, ADA, 1, List.of(), NOW, NOW, 1));
    }

    @Test
    void createsGroupWithoutDescription() {
        givenNoGroup()
                .when(new CreateGroup(GROUP, NAME, Optional.empty(), ADA))
                .expectEvents(new GroupCreated(GROUP, NAME, Optional.empty(), ADA), joined(ADA, GroupRole.OWNER));
    }

    @Test
    void rejectsBlankName() {
        givenNoGroup()
                .when(new CreateGroup(GROUP, "", DESCRIPTION, ADA))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Group name cannot be empty"));
    }

    @Test
    void rejectsCreatorWhoDoesNotExist() {
        givenNoGroup()
                .when(new CreateGroup(GROUP, NAME, DESCRIPTION, UNKNOWN_USER))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "User not found"));
    }

    @Test
    void rejectsAnyExpectedVersion() {
        givenNoGroup()
                .when(new CreateGroup(GROUP, NAME, DESCRIPTION, ADA), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }
}
