package io.waypost.command.account;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;

/**
 * The rule that somebody can always administer the service. As nobody can take their own rights away, it only counts when
 * two admins go for each other at the same moment.
 */
final class AdminsRemain {

    private AdminsRemain() {}

    /**
     * Makes sure that there is an admin left when this user is none any more.
     *
     * @throws RequestRejected if the user is the last one who can act as admin
     */
    static void after(SystemRole role, boolean active, UserId leaving, Accounts accounts) {
        if (role == SystemRole.ADMIN && active && !accounts.holdsOtherActiveAdmin(leaving)) {
            throw new RequestRejected(ProblemCode.LAST_ADMIN, "The last admin must remain");
        }
    }
}
