package io.waypost.command.group;

import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEN;
import static io.waypost.command.group.GroupFixture.CLEO;
import static io.waypost.command.group.GroupFixture.DAN;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.MANAGER;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.joined;
import static io.waypost.command.group.GroupFixture.left;
import static io.waypost.command.group.GroupFixture.refusedAsLastOwner;
import static io.waypost.command.group.GroupFixture.refusedAsNoMember;

import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.api.group.GroupEvent.GroupOwnershipInherited;
import io.waypost.api.group.GroupEvent.MemberRoleChanged;
import io.waypost.api.group.GroupRole;
import io.waypost.command.group.GroupCommand.RemoveErasedMember;
import io.waypost.command.group.GroupCommand.RemoveMemberFromGroup;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;

class RemoveErasedMemberTest {

    private static final RemoveErasedMember ADA_IS_ERASED = new RemoveErasedMember(GROUP, ADA);

    @Test
    void leavesOwnershipToTheModeratorOfLongestStanding() {
        givenGroup(joined(BEN, GroupRole.MEMBER), joined(CLEO, GroupRole.MODERATOR), joined(DAN, GroupRole.MODERATOR))
                .when(ADA_IS_ERASED)
                .expectEvents(new GroupOwnershipInherited(GROUP, CLEO, ADA), left(ADA))
                .expectResultMessagePayload(changed(6, 3));
    }

    @Test
    void leavesOwnershipToTheMemberOfLongestStandingWithoutModerators() {
        givenGroup(joined(BEN, GroupRole.MEMBER), joined(CLEO, GroupRole.MEMBER))
                .when(ADA_IS_ERASED)
                .expectEvents(new GroupOwnershipInherited(GROUP, BEN, ADA), left(ADA));
    }

    @Test
    void countsStandingFromTheLastTimeOfJoining() {
        givenGroup(
                        joined(BEN, GroupRole.MEMBER),
                        joined(CLEO, GroupRole.MEMBER),
                        left(BEN),
                        joined(BEN, GroupRole.MEMBER))
                .when(ADA_IS_ERASED)
                .expectEvents(new GroupOwnershipInherited(GROUP, CLEO, ADA), left(ADA));
    }

    @Test
    void countsStandingAcrossRoles() {
        givenGroup(
                        joined(BEN, GroupRole.MEMBER),
                        joined(CLEO, GroupRole.MODERATOR),
                        new MemberRoleChanged(GROUP, BEN, GroupRole.MODERATOR))
                .when(ADA_IS_ERASED)
                .expectEvents(new GroupOwnershipInherited(GROUP, BEN, ADA), left(ADA));
    }

    @Test
    void leavesOwnershipToNobodyWhileThereIsAnotherOwner() {
        givenGroup(joined(BEN, GroupRole.MODERATOR), joined(CLEO, GroupRole.OWNER))
                .when(ADA_IS_ERASED)
                .expectEvents(left(ADA));
    }

    @Test
    void leavesOwnershipToNobodyWhenAPlainMemberGoes() {
        givenGroup(joined(BEN, GroupRole.MEMBER), joined(CLEO, GroupRole.MODERATOR))
                .when(new RemoveErasedMember(GROUP, BEN))
                .expectEvents(left(BEN));
    }

    @Test
    void emptiesTheGroupIfNobodyElseIsThere() {
        givenGroup().when(ADA_IS_ERASED).expectEvents(left(ADA)).expectResultMessagePayload(changed(2, 0));
    }

    @Test
    void makesTheHeirTheLastOwner() {
        givenGroup(
                        joined(BEN, GroupRole.MEMBER),
                        joined(CLEO, GroupRole.MEMBER),
                        new GroupOwnershipInherited(GROUP, BEN, ADA),
                        left(ADA))
                .when(new RemoveMemberFromGroup(GROUP, BEN, MANAGER))
                .expectNoEvents()
                .expectException(refusedAsLastOwner());
    }

    @Test
    void rejectsWhoIsGoneAlready() {
        givenGroup(joined(BEN, GroupRole.MEMBER), left(BEN))
                .when(new RemoveErasedMember(GROUP, BEN))
                .expectNoEvents()
                .expectException(refusedAsNoMember());
    }

    @Test
    void doesNotFindDeletedGroup() {
        givenGroup(new GroupDeleted(GROUP))
                .when(ADA_IS_ERASED)
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }
}
