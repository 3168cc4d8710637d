package io.waypost.command.account;

import io.waypost.command.platform.Versioned;

/**
 * A user as a command left them.
 *
 * @param account the account; of a user who was erased, the last there was
 */
record UserState(Account account, long version) implements Versioned {

    @Override
    public String aggregateId() {
        return account.id().toString();
    }
}
