package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.Versioned;

/** A user as a command left it. */
record UserState(UserId id, SystemRole role, long version) implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
