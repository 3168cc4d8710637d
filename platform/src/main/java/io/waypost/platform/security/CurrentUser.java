package io.waypost.platform.security;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;

/**
 * Who sent the request, and what they may do at the moment. Controllers take it as a parameter.
 *
 * @param id the user
 * @param role the system role
 */
public record CurrentUser(UserId id, SystemRole role) {

    /** Whether the user may do what asks for a role. */
    public boolean is(SystemRole required) {
        return role.includes(required);
    }
}
