package io.waypost.command.group;

import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import java.util.Optional;

/** By what right somebody adds members to a group or removes them. */
sealed interface Authority {

    /** A manager or an admin, who may do so in every group. */
    record Manager() implements Authority {}

    /** Any other user: what they may do depends on what they are in the group itself. */
    record Member(UserId userId) implements Authority {}

    /**
     * Makes sure that a membership in a role may be begun or ended. Nobody gives or takes what is above them: an owner may
     * do so with every role, a moderator with plain members.
     *
     * @throws RequestRejected if it may not
     */
    default void requireFor(GroupRole concerned, Members members) {
        boolean allowed = switch (this) {
            case Manager manager -> true;
            case Member member -> mayHandle(members.roleOf(member.userId()), concerned);
        };
        if (!allowed) {
            throw refusal();
        }
    }

    /** The same words whether or not the group exists. */
    static RequestRejected refusal() {
        return new RequestRejected(
                ProblemCode.FORBIDDEN, "Only managers and those who run the group may do this, within their role.");
    }

    private static boolean mayHandle(Optional<GroupRole> own, GroupRole concerned) {
        return own.map(role -> switch (role) {
                    case OWNER -> true;
                    case MODERATOR -> concerned == GroupRole.MEMBER;
                    case MEMBER -> false;
                })
                .orElse(false);
    }
}
