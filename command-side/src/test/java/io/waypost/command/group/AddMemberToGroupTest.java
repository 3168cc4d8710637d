package io.waypost.command.group;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEN;
import static io.waypost.command.group.GroupFixture.CLEO;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.MANAGER;
import static io.waypost.command.group.GroupFixture.UNKNOWN_USER;
import static io.waypost.command.group.GroupFixture.by;
import static io.waypost.command.group.GroupFixture.changed;
import static io.waypost.command.group.GroupFixture.expectingAnotherVersion;
import static io.waypost.command.group.GroupFixture.forbidden;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.givenNoGroup;
import static io.waypost.command.group.GroupFixture.joined;
import static io.waypost.command.group.GroupFixture.left;
import static io.waypost.command.group.GroupFixture.refusedAsUnknownRole;

import io.waypost.api.group.GroupEvent.GroupDeleted;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.AddMemberToGroup;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddMemberToGroupTest {

    @ParameterizedTest
    @EnumSource
    void addsMemberInAnyRoleForManager(GroupRole role) {
        givenGroup()
                .when(add(BEN, role.code(), MANAGER))
                .expectEvents(joined(BEN, role))
                .expectResultMessagePayload(changed(2, 2));
    }

    @ParameterizedTest
    @EnumSource
    void addsMemberInAnyRoleForOwner(GroupRole role) {
        givenGroup().when(add(BEN, role.code(), by(ADA))).expectEvents(joined(BEN, role));
    }

    @Test
    void addsPlainMemberForModerator() {
        givenGroup(joined(BEN, GroupRole.MODERATOR))
                .when(add(CLEO, "member", by(BEN)))
                .expectEvents(joined(CLEO, GroupRole.MEMBER))
                .expectResultMessagePayload(changed(3, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "owner"})
    void rejectsThatModeratorRaisesOthers(String role) {
        givenGroup(joined(BEN, GroupRole.MODERATOR))
                .when(add(CLEO, role, by(BEN)))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @ParameterizedTest
    @CsvSource({"12, 13", "13, 14", "13, 404", "14, 12"})
    void rejectsWhoRunsNothingHereBeforeAllElse(long who, long whom) {
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(add(new UserId(whom), "boss", by(new UserId(who))))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @Test
    void rejectsWhoRanTheGroupOnce() {
        givenGroup(joined(BEN, GroupRole.MODERATOR), left(BEN))
                .when(add(CLEO, "member", by(BEN)))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @Test
    void addsMemberAgainWhoLeft() {
        givenGroup(joined(BEN, GroupRole.OWNER), left(BEN))
                .when(add(BEN, "member", MANAGER))
                .expectEvents(joined(BEN, GroupRole.MEMBER))
                .expectResultMessagePayload(changed(4, 2));
    }

    @Test
    void addsMemberToGroupThatErasureEmptied() {
        givenGroup(left(ADA))
                .when(add(BEN, "member", MANAGER))
                .expectEvents(joined(BEN, GroupRole.MEMBER))
                .expectResultMessagePayload(changed(3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "owner"})
    void rejectsWhoIsMemberAlready(String role) {
        givenGroup(joined(BEN, GroupRole.MEMBER))
                .when(add(BEN, role, MANAGER))
                .expectNoEvents()
                .expectException(refused(ProblemCode.ALREADY_MEMBER, "The user is already a member of this group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boss", "Member"})
    void rejectsUnknownRole(String role) {
        givenGroup().when(add(BEN, role, MANAGER)).expectNoEvents().expectException(refusedAsUnknownRole());
    }

    @Test
    void rejectsUserWhoDoesNotExistWhateverTheRole() {
        givenGroup()
                .when(add(UNKNOWN_USER, "boss", MANAGER))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "User not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenGroup()
                .when(add(BEN, "member", MANAGER), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(add(BEN, "member", MANAGER)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedGroup() {
        givenGroup(new GroupDeleted(GROUP))
                .when(add(BEN, "member", MANAGER))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    private static AddMemberToGroup add(UserId userId, String role, Authority by) {
        return new AddMemberToGroup(GROUP, userId, role, by);
    }
}
