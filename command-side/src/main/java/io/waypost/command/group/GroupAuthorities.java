package io.waypost.command.group;

import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Finds out by what right a user may begin and end memberships of a group. */
@Component
class GroupAuthorities {

    private final MembershipLookup memberships;

    GroupAuthorities(MembershipLookup memberships) {
        this.memberships = memberships;
    }

    /**
     * The authority of a user. It is looked at before anything else, so that nobody learns which groups, users and members
     * exist that are none of their business; the group itself looks again.
     *
     * @throws RequestRejected if the user has none in this group, or if there is no such group
     */
    Authority of(CurrentUser user, GroupId groupId) {
        if (user.is(SystemRole.MANAGER)) {
            return new Authority.Manager();
        }
        return memberships
                .roleOf(user.id(), groupId)
                .filter(role -> role != GroupRole.MEMBER)
                .map(role -> new Authority.Member(user.id()))
                .orElseThrow(Authority::refusal);
    }
}
