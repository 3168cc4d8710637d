package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import java.time.Instant;

/**
 * An account to be made.
 *
 * @param username how the user signs in, unique whatever the letter case
 * @param email where the user gets mail, unique whatever the letter case
 * @param passwordHash the encoded password, never the password
 * @param at when it was asked for
 */
record NewAccount(String username, String email, String passwordHash, SystemRole role, Profile profile, Instant at) {

    /** Without what is personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "NewAccount[" + role.code() + "]";
    }
}
