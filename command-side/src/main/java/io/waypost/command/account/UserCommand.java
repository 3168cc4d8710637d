package io.waypost.command.account;

import io.waypost.api.user.UserId;
import io.waypost.command.platform.Subject;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a user. */
@Subject("User")
sealed interface UserCommand {

    /** The user that is asked. */
    UserId userId();

    /** Makes a user and, in the same transaction, the account with the personal data that no event may hold. */
    record RegisterUser(@TargetAggregateIdentifier UserId userId, NewAccount account) implements UserCommand {}
}
