package io.waypost.command.group;

import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEN;
import static io.waypost.command.group.GroupFixture.CLEO;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.givenNoGroup;
import static io.waypost.command.group.GroupFixture.joined;
import static io.waypost.command.group.GroupFixture.refusedAsLastOwner;
import static io.waypost.command.group.GroupFixture.refusedAsNoMember;
import static io.waypost.command.group.GroupFixture.refusedAsUnknownRole;
import static io.waypost.command.group.GroupFixture.unchanged;

import io.waypost.api.group.GroupEvent.MemberRoleChanged;
import io.waypost.api.group.GroupRole;
import io.waypost.command.group.GroupCommand.ChangeMemberRole;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeMemberRoleTest {

    @Test
    void raisesMember() {
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(new ChangeMemberRole(GROUP, BEN, "owner"))
                .expectEvents(new MemberRoleChanged(GROUP, BEN, GroupRole.OWNER))
                .expectResultMessagePayload(changed(3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "moderator"})
    void demotesOwnerWhoIsNotTheLast(String role) {
        givenGroup(joined(BEN, GroupRole.OWNER))
                .when(new ChangeMemberRole(GROUP, ADA, role))
                .expectEvents(
                        new MemberRoleChanged(GROUP, ADA, GroupRole.ofCode(role).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "moderator"})
    void doesNotDemoteTheLastOwner(String role) {
        givenGroup(joined(BEN, GroupRole.MODERATOR))
                .when(new ChangeMemberRole(GROUP, ADA, role))
                .expectNoEvents()
                .expectException(refusedAsLastOwner());
    }

    @Test
    void doesNotDemoteWhoBecameTheLastOwner() {
        givenGroup(joined(BEN, GroupRole.OWNER), new MemberRoleChanged(GROUP, ADA, GroupRole.MEMBER))
                .when(new ChangeMemberRole(GROUP, BEN, "member"))
                .expectNoEvents()
                .expectException(refusedAsLastOwner());
    }

    @Test
    void changesNothingInTheSameRole() {
        givenGroup()
                .when(new ChangeMemberRole(GROUP, ADA, "owner"))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(1, 1));
    }

    @Test
    void rejectsWhoIsNoMember() {
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(new ChangeMemberRole(GROUP, CLEO, "boss"))
                .expectNoEvents()
                .expectException(refusedAsNoMember());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boss", "OWNER"})
    void rejectsUnknownRole(String role) {
        givenGroup()
                .when(new ChangeMemberRole(GROUP, ADA, role))
                .expectNoEvents()
                .expectException(refusedAsUnknownRole());
    }

    @Test
    void rejectsStaleVersion() {
        givenGroup()
                .when(new ChangeMemberRole(GROUP, ADA, "owner"), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup()
                .when(new ChangeMemberRole(GROUP, ADA, "owner"))
                .expectException(AggregateNotFoundException.class);
    }
}
