package io.waypost.command.group;

import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import java.util.Optional;

/** The rule by which a group gets another owner when its last one is erased. */
final class OwnershipSuccession {

    private OwnershipSuccession() {}

    /**
     * Who becomes owner when a member goes: of the moderators the one who joined first, or else of the plain members. Nobody,
     * if an owner or no one at all remains.
     */
    static Optional<UserId> heir(Members members, UserId leaving) {
        if (!members.isLastOwner(leaving)) {
            return Optional.empty();
        }
        return members.longestStanding(GroupRole.MODERATOR).or(() -> members.longestStanding(GroupRole.MEMBER));
    }
}
