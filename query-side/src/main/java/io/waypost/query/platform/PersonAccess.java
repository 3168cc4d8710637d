package io.waypost.query.platform;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;

/** Who may read what is known of a person. */
public final class PersonAccess {

    private PersonAccess() {}

    /**
     * Lets admins pass, and the person. Others are not told whether the person exists: ask before looking.
     *
     * @throws RequestRejected if it is somebody else
     */
    public static void require(CurrentUser user, UserId person) {
        if (!user.is(SystemRole.ADMIN) && !user.id().equals(person)) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "You may only see your own account.");
        }
    }
}
