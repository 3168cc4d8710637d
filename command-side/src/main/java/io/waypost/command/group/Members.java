package io.waypost.command.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The members of one group, in the order in which they joined. It is changed in place, and so never leaves its aggregate:
 * in a group of thousands the next member costs as much as the tenth.
 */
final class Members {

    private final Map<UserId, GroupRole> roles = new LinkedHashMap<>();
    private int owners;

    /** Nobody. */
    Members() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Members(Stored stored) {
        for (UserId userId : stored.joined()) {
            GroupRole role = stored.moderators().contains(userId) ? GroupRole.MODERATOR : GroupRole.MEMBER;
            put(userId, stored.owners().contains(userId) ? GroupRole.OWNER : role);
        }
    }

    int size() {
        return roles.size();
    }

    boolean contains(UserId userId) {
        return roles.containsKey(userId);
    }

    /** The role of a member; empty if the user is none. */
    Optional<GroupRole> roleOf(UserId userId) {
        return Optional.ofNullable(roles.get(userId));
    }

    /**
     * The role of a member.
     *
     * @throws RequestRejected if the user is none
     */
    GroupRole requireRoleOf(UserId userId) {
        return roleOf(userId)
                .orElseThrow(
                        () -> new RequestRejected(ProblemCode.NOT_FOUND, "The user is not a member of this group"));
    }

    /**
     * Makes sure that there is an owner left when a member goes or gets another role.
     *
     * @throws RequestRejected if there would be none
     */
    void requireAnotherOwnerThan(UserId userId) {
        if (isLastOwner(userId)) {
            throw new RequestRejected(ProblemCode.LAST_OWNER, "The last owner of a group must remain its owner");
        }
    }

    /** Whether the group has this owner and no other. */
    boolean isLastOwner(UserId userId) {
        return owners == 1 && roles.get(userId) == GroupRole.OWNER;
    }

    /** Who joined first of those with a role. */
    Optional<UserId> longestStanding(GroupRole role) {
        return roles.entrySet().stream()
                .filter(member -> member.getValue() == role)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Lets a user join in a role, or gives a member another one. */
    void put(UserId userId, GroupRole role) {
        count(Optional.ofNullable(roles.put(userId, role)), -1);
        count(Optional.of(role), 1);
    }

    /** Lets a member go. */
    void remove(UserId userId) {
        count(Optional.ofNullable(roles.remove(userId)), -1);
    }

    private void count(Optional<GroupRole> role, int change) {
        if (role.equals(Optional.of(GroupRole.OWNER))) {
            owners += change;
        }
    }

    @JsonValue
    private Stored stored() {
        return new Stored(List.copyOf(roles.keySet()), allWith(GroupRole.OWNER), allWith(GroupRole.MODERATOR));
    }

    private Set<UserId> allWith(GroupRole role) {
        return roles.keySet().stream()
                .filter(userId -> roles.get(userId) == role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The form in snapshots: little more than a number for each member, as nearly all of them are plain ones. */
    record Stored(List<UserId> joined, Set<UserId> owners, Set<UserId> moderators) {}
}
