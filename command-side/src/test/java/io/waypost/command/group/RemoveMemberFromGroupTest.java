package io.waypost.command.group;

import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEN;
import static io.waypost.command.group.GroupFixture.CLEO;
import static io.waypost.command.group.GroupFixture.DAN;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.MANAGER;
import static io.waypost.command.group.GroupFixture.by;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.forbidden;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.givenNoGroup;
import static io.waypost.command.group.GroupFixture.joined;
import static io.waypost.command.group.GroupFixture.left;
import static io.waypost.command.group.GroupFixture.refusedAsLastOwner;
import static io.waypost.command.group.GroupFixture.refusedAsNoMember;

import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.RemoveMemberFromGroup;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoveMemberFromGroupTest {

    @ParameterizedTest
    @EnumSource
    void removesMemberInAnyRoleForManager(GroupRole role) {
        givenGroup(joined(BEN, role))
                .when(remove(BEN, MANAGER))
                .expectEvents(left(BEN))
                .expectResultMessagePayload(changed(3, 1));
    }

    @ParameterizedTest
    @EnumSource
    void removesMemberInAnyRoleForOwner(GroupRole role) {
        givenGroup(joined(BEN, role)).when(remove(BEN, by(ADA))).expectEvents(left(BEN));
    }

    @Test
    void letsOwnerLeaveWhoIsNotTheLast() {
        givenGroup(joined(BEN, GroupRole.OWNER)).when(remove(ADA, by(ADA))).expectEvents(left(ADA));
    }

    @Test
    void doesNotLetTheLastOwnerLeave() {
        givenGroup(joined(BEN, GroupRole.MODERATOR))
                .when(remove(ADA, by(ADA)))
                .expectNoEvents()
                .expectException(refusedAsLastOwner());
    }

    @Test
    void doesNotRemoveTheLastOwnerWhoIsAlone() {
        givenGroup().when(remove(ADA, MANAGER)).expectNoEvents().expectException(refusedAsLastOwner());
    }

    @Test
    void removesPlainMemberForModerator() {
        givenGroup(joined(BEN, GroupRole.MODERATOR), joined(CLEO, GroupRole.MEMBER))
                .when(remove(CLEO, by(BEN)))
                .expectEvents(left(CLEO));
    }

    @ParameterizedTest
    @EnumSource(names = {"MODERATOR", "OWNER"})
    void rejectsThatModeratorRemovesTheirEqualsOrBetters(GroupRole role) {
        givenGroup(joined(BEN, GroupRole.MODERATOR), joined(CLEO, role))
                .when(remove(CLEO, by(BEN)))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @Test
    void rejectsPlainMemberAndOutsiderBeforeAllElse() {
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(remove(BEN, by(BEN)))
                .expectNoEvents()
                .expectException(forbidden());
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(remove(DAN, by(CLEO)))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @Test
    void rejectsWhoIsNoMember() {
        givenGroup(joined(BEN, GroupRole.MODERATOR))
                .when(remove(CLEO, by(BEN)))
                .expectNoEvents()
                .expectException(refusedAsNoMember());
    }

    @Test
    void rejectsWhoLeftAlready() {
        givenGroup(joined(BEN, GroupRole.OWNER), left(ADA))
                .when(remove(ADA, MANAGER))
                .expectNoEvents()
                .expectException(refusedAsNoMember());
    }

    @Test
    void rejectsStaleVersion() {
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(remove(BEN, MANAGER), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(remove(BEN, MANAGER)).expectException(AggregateNotFoundException.class);
    }

    private static RemoveMemberFromGroup remove(UserId userId, Authority by) {
        return new RemoveMemberFromGroup(GROUP, userId, by);
    }
}
