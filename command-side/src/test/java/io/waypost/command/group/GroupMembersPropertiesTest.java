package io.waypost.command.group;

import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.group.GroupEvent.GroupOwnershipInherited;
import io.waypost.api.group.GroupEvent.MemberAddedToGroup;
import io.waypost.api.group.GroupEvent.MemberRemovedFromGroup;
import io.waypost.api.group.GroupEvent.MemberRoleChanged;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.command.InMemoryCommands;
import io.waypost.command.group.GroupCommand.AddMemberToGroup;
import io.waypost.command.group.GroupCommand.ChangeMemberRole;
import io.waypost.command.group.GroupCommand.CreateGroup;
import io.waypost.command.group.GroupCommand.ImportMembers;
import io.waypost.command.group.GroupCommand.ImportMembers.Newcomer;
import io.waypost.command.group.GroupCommand.RemoveErasedMember;
import io.waypost.command.group.GroupCommand.RemoveMemberFromGroup;
import io.waypost.command.group.PlainMembers.Seat;
import io.waypost.command.platform.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a group, its members are those a plain list would have, and it keeps an owner. */
class GroupMembersPropertiesTest {

    private static final List<UserId> USERS =
            LongStream.rangeClosed(1, 4).mapToObj(UserId::new).toList();

    @Property(tries = 200)
    void membersAreThoseOfPlainList(@ForAll("commands") List<GroupCommand> commands) {
        InMemoryCommands group = groupOwnedBy(USERS.getFirst());
        PlainMembers plain = new PlainMembers(List.of(new Seat(USERS.getFirst(), GroupRole.OWNER)));
        for (GroupCommand command : commands) {
            plain = carriedOut(group, command, plain);
        }
        assertThat(folded(group)).isEqualTo(plain);
    }

    @Property(tries = 100)
    void thereIsAnOwnerWhoeverIsErased(@ForAll("commands") List<GroupCommand> commands) {
        InMemoryCommands group = groupOwnedBy(USERS.getFirst());
        for (GroupCommand command : commands) {
            isRefused(group, command);
            PlainMembers now = folded(group);
            if (now.seats().isEmpty()) {
                return;
            }
            assertThat(now.owners()).as("after %s", command).isPositive();
        }
    }

    @Provide
    Arbitrary<List<GroupCommand>> commands() {
        Arbitrary<GroupCommand> additions = Combinators.combine(ids(), roles(), authorities())
                .as((id, role, by) -> new AddMemberToGroup(GROUP, id, role.code(), by));
        Arbitrary<GroupCommand> imports = Combinators.combine(
                        Combinators.combine(ids(), roles())
                                .as(Newcomer::new)
                                .list()
                                .ofMaxSize(3),
                        authorities())
                .as((newcomers, by) -> new ImportMembers(GROUP, newcomers, by));
        Arbitrary<GroupCommand> changes =
                Combinators.combine(ids(), roles()).as((id, role) -> new ChangeMemberRole(GROUP, id, role.code()));
        Arbitrary<GroupCommand> removals =
                Combinators.combine(ids(), authorities()).as((id, by) -> new RemoveMemberFromGroup(GROUP, id, by));
        Arbitrary<GroupCommand> erasures = ids().map(id -> new RemoveErasedMember(GROUP, id));
        return Arbitraries.oneOf(additions, additions, imports, changes, removals, erasures)
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<UserId> ids() {
        return Arbitraries.of(USERS);
    }

    private static Arbitrary<GroupRole> roles() {
        return Arbitraries.of(GroupRole.class);
    }

    private static Arbitrary<Authority> authorities() {
        return Arbitraries.oneOf(Arbitraries.just(new Authority.Manager()), ids().map(Authority.Member::new));
    }

    private static InMemoryCommands groupOwnedBy(UserId owner) {
        InMemoryCommands group = new InMemoryCommands(Group.class, users(USERS.toArray(UserId[]::new)));
        group.send(new CreateGroup(GROUP, "Group", Optional.empty(), owner), GroupState.class);
        return group;
    }

    private static PlainMembers carriedOut(InMemoryCommands group, GroupCommand command, PlainMembers before) {
        Optional<PlainMembers> expected = before.after(command);
        if (expected.isEmpty()) {
            assertThat(isRefused(group, command))
                    .as("%s of %s", command, before)
                    .isTrue();
            return before;
        }
        int eventsBefore = group.eventsOf(GROUP).size();
        Versioned after = group.send(command, Versioned.class);
        int events = group.eventsOf(GROUP).size();
        assertThat(after.version()).isEqualTo(events - 1);
        assertThat(events == eventsBefore).isEqualTo(expected.get().equals(before));
        assertThat(state(after).memberCount()).isEqualTo(expected.get().seats().size());
        return expected.get();
    }

    private static GroupState state(Versioned answer) {
        return answer instanceof ImportedMembers imported ? imported.group() : (GroupState) answer;
    }

    private static boolean isRefused(InMemoryCommands group, GroupCommand command) {
        try {
            group.send(command, Versioned.class);
            return false;
        } catch (RequestRejected refused) {
            return true;
        }
    }

    /** The members that result when every event is taken at its word. */
    private static PlainMembers folded(InMemoryCommands group) {
        PlainMembers members = new PlainMembers(List.of());
        for (Object event : group.eventsOf(GROUP)) {
            members = switch (event) {
                case MemberAddedToGroup added -> members.with(added.userId(), added.role());
                case MemberRoleChanged changed -> members.with(changed.userId(), changed.role());
                case GroupOwnershipInherited inherited -> members.with(inherited.userId(), GroupRole.OWNER);
                case MemberRemovedFromGroup removed -> members.without(removed.userId());
                default -> members;
            };
        }
        return members;
    }
}
