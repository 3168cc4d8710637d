package io.waypost.platform.security;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;

/**
 * What the account table says of a user at the moment.
 *
 * @param id the user
 * @param role the system role
 * @param active whether the account may be used
 */
public record Standing(UserId id, SystemRole role, boolean active) {}
