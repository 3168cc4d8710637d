package io.waypost.command.group;

import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.AddMemberToGroup;
import io.waypost.command.group.GroupCommand.ChangeMemberRole;
import io.waypost.command.group.GroupCommand.ImportMembers;
import io.waypost.command.group.GroupCommand.ImportMembers.Newcomer;
import io.waypost.command.group.GroupCommand.RemoveErasedMember;
import io.waypost.command.group.GroupCommand.RemoveMemberFromGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What commands should do to the members of a group, on a plain list.
 *
 * @param seats who is a member, in the order of joining
 */
record PlainMembers(List<Seat> seats) {

    record Seat(UserId userId, GroupRole role) {}

    /** The members afterwards; empty if the command should be refused. */
    Optional<PlainMembers> after(GroupCommand command) {
        return switch (command) {
            case AddMemberToGroup add -> {
                GroupRole role = GroupRole.ofCode(add.role()).orElseThrow();
                yield roleOf(add.userId()).isPresent() || !allows(add.by(), role)
                        ? Optional.empty()
                        : Optional.of(with(add.userId(), role));
            }
            case ImportMembers imports ->
                imports.members().stream().allMatch(newcomer -> allows(imports.by(), newcomer.role()))
                        ? Optional.of(withAll(imports.members()))
                        : Optional.empty();
            case ChangeMemberRole change -> {
                GroupRole role = GroupRole.ofCode(change.role()).orElseThrow();
                yield roleOf(change.userId())
                        .filter(present -> present == role || !isOnlyOwner(change.userId()))
                        .map(present -> with(change.userId(), role));
            }
            case RemoveMemberFromGroup remove ->
                roleOf(remove.userId())
                        .filter(role -> allows(remove.by(), role) && !isOnlyOwner(remove.userId()))
                        .map(role -> without(remove.userId()));
            case RemoveErasedMember erased -> roleOf(erased.userId()).map(role -> withoutErased(erased.userId()));
            default -> throw new IllegalArgumentException("Not about members: " + command);
        };
    }

    long owners() {
        return seats.stream().filter(seat -> seat.role() == GroupRole.OWNER).count();
    }

    /** With a user in a role: in the seat they have, or else in the last one. */
    PlainMembers with(UserId userId, GroupRole role) {
        List<Seat> changed = new ArrayList<>(seats);
        changed.replaceAll(seat -> seat.userId().equals(userId) ? new Seat(userId, role) : seat);
        if (roleOf(userId).isEmpty()) {
            changed.add(new Seat(userId, role));
        }
        return new PlainMembers(changed);
    }

    PlainMembers without(UserId userId) {
        return new PlainMembers(
                seats.stream().filter(seat -> !seat.userId().equals(userId)).toList());
    }

    private PlainMembers withAll(List<Newcomer> newcomers) {
        PlainMembers members = this;
        for (Newcomer newcomer : newcomers) {
            if (members.roleOf(newcomer.userId()).isEmpty()) {
                members = members.with(newcomer.userId(), newcomer.role());
            }
        }
        return members;
    }

    private PlainMembers withoutErased(UserId userId) {
        PlainMembers others = without(userId);
        if (!isOnlyOwner(userId) || others.seats().isEmpty()) {
            return others;
        }
        Seat heir = others.seats().stream()
                .filter(seat -> seat.role() == GroupRole.MODERATOR)
                .findFirst()
                .orElseGet(() -> others.seats().getFirst());
        return others.with(heir.userId(), GroupRole.OWNER);
    }

    private boolean allows(Authority by, GroupRole concerned) {
        if (!(by instanceof Authority.Member member)) {
            return true;
        }
        Optional<GroupRole> own = roleOf(member.userId());
        return own.equals(Optional.of(GroupRole.OWNER))
                || (own.equals(Optional.of(GroupRole.MODERATOR)) && concerned == GroupRole.MEMBER);
    }

    private boolean isOnlyOwner(UserId userId) {
        return owners() == 1 && roleOf(userId).equals(Optional.of(GroupRole.OWNER));
    }

    private Optional<GroupRole> roleOf(UserId userId) {
        return seats.stream()
                .filter(seat -> seat.userId().equals(userId))
                .map(Seat::role)
                .findFirst();
    }
}
