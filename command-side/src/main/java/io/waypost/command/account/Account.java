package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.time.Instant;

/** An account without its credentials. */
record Account(
        UserId id,
        String username,
        String email,
        Profile profile,
        SystemRole role,
        boolean emailVerified,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

    /** Without what is personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
