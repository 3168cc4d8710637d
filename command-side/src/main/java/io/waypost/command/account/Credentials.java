package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;

/** What signing in needs of an account. */
record Credentials(UserId userId, String username, String passwordHash, SystemRole role, boolean active) {

    /** Without what is secret or personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "Credentials[" + userId + "]";
    }
}
