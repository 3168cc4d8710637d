package io.waypost.command.group;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEN;
import static io.waypost.command.group.GroupFixture.CLEO;
import static io.waypost.command.group.GroupFixture.DAN;
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
import static io.waypost.command.group.GroupFixture.unchanged;

import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.group.GroupCommand.ImportMembers;
import io.waypost.command.group.GroupCommand.ImportMembers.Newcomer;
import io.waypost.command.group.ImportedMembers.Imported;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportMembersTest {

    private static final Newcomer BEN_AS_MEMBER = new Newcomer(BEN, GroupRole.MEMBER);
    private static final Newcomer CLEO_AS_OWNER = new Newcomer(CLEO, GroupRole.OWNER);

    @Test
    void takesAllInAtOnce() {
        givenGroup()
                .when(importing(MANAGER, BEN_AS_MEMBER, CLEO_AS_OWNER))
                .expectEvents(joined(BEN, GroupRole.MEMBER), joined(CLEO, GroupRole.OWNER))
                .expectResultMessagePayload(new ImportedMembers(
                        changed(3, 3),
                        List.of(new Imported(BEN, GroupRole.MEMBER, true), new Imported(CLEO, GroupRole.OWNER, true))));
    }

    @Test
    void leavesMembersAsTheyAre() {
        givenGroup(joined(BEN, GroupRole.MODERATOR))
                .when(importing(MANAGER, BEN_AS_MEMBER, CLEO_AS_OWNER, new Newcomer(ADA, GroupRole.MEMBER)))
                .expectEvents(joined(CLEO, GroupRole.OWNER))
                .expectResultMessagePayload(new ImportedMembers(
                        changed(3, 3),
                        List.of(
                                new Imported(BEN, GroupRole.MODERATOR, false),
                                new Imported(CLEO, GroupRole.OWNER, true),
                                new Imported(ADA, GroupRole.OWNER, false))));
    }

    @Test
    void changesNothingTheSecondTime() {
        givenGroup(joined(BEN, GroupRole.MEMBER), joined(CLEO, GroupRole.OWNER))
                .when(importing(MANAGER, BEN_AS_MEMBER, CLEO_AS_OWNER))
                .expectNoEvents()
                .expectResultMessagePayload(new ImportedMembers(
                        unchanged(3, 3),
                        List.of(
                                new Imported(BEN, GroupRole.MEMBER, false),
                                new Imported(CLEO, GroupRole.OWNER, false))));
    }

    @Test
    void takesWhoIsNamedTwiceInOnce() {
        givenGroup()
                .when(importing(MANAGER, BEN_AS_MEMBER, BEN_AS_MEMBER))
                .expectEvents(joined(BEN, GroupRole.MEMBER))
                .expectResultMessagePayload(new ImportedMembers(
                        changed(2, 2),
                        List.of(
                                new Imported(BEN, GroupRole.MEMBER, true),
                                new Imported(BEN, GroupRole.MEMBER, false))));
    }

    @ParameterizedTest
    @EnumSource
    void takesAnyRoleFromOwner(GroupRole role) {
        givenGroup().when(importing(by(ADA), new Newcomer(BEN, role))).expectEvents(joined(BEN, role));
    }

    @Test
    void takesPlainMembersFromModerator() {
        givenGroup(joined(DAN, GroupRole.MODERATOR))
                .when(importing(by(DAN), BEN_AS_MEMBER))
                .expectEvents(joined(BEN, GroupRole.MEMBER));
    }

    @Test
    void takesNobodyFromModeratorWhoRaisesOne() {
        givenGroup(joined(DAN, GroupRole.MODERATOR))
                .when(importing(by(DAN), BEN_AS_MEMBER, CLEO_AS_OWNER))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @Test
    void takesNobodyFromPlainMember() {
        givenGroup(joined(DAN, GroupRole.MEMBER))
                .when(importing(by(DAN), BEN_AS_MEMBER))
                .expectNoEvents()
                .expectException(forbidden());
    }

    @Test
    void takesNobodyIfOneDoesNotExist() {
        givenGroup()
                .when(importing(MANAGER, BEN_AS_MEMBER, new Newcomer(UNKNOWN_USER, GroupRole.MEMBER)))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "User not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenGroup()
                .when(importing(MANAGER, BEN_AS_MEMBER), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownGroup() {
        givenNoGroup().when(importing(MANAGER, BEN_AS_MEMBER)).expectException(AggregateNotFoundException.class);
    }

    private static ImportMembers importing(Authority by, Newcomer... newcomers) {
        return new ImportMembers(GROUP, List.of(newcomers), by);
    }
}
