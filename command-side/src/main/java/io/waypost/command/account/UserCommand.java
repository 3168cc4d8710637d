package io.waypost.command.account;

import io.waypost.api.user.UserId;
import io.waypost.command.platform.Subject;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What can be asked of a user. Each writes the account table, which holds what no event may hold, in the transaction of
 * its event, and answers with the {@link UserState} afterwards.
 */
@Subject("User")
sealed interface UserCommand {

    /** The user that is asked. */
    UserId userId();

    /** Makes a user. */
    record RegisterUser(@TargetAggregateIdentifier UserId userId, NewAccount account) implements UserCommand {}

    /** Changes parts of the profile. */
    record ReviseProfile(@TargetAggregateIdentifier UserId userId, ProfileChange change, Instant at)
            implements UserCommand {}

    /**
     * Gives the user another system role.
     *
     * @param by the admin who asks, who may not be the user
     */
    record ChangeSystemRole(@TargetAggregateIdentifier UserId userId, RequestedRole role, UserId by, Instant at)
            implements UserCommand {}

    /**
     * Keeps the user out: every sign-in ends.
     *
     * @param by the admin who asks, who may not be the user
     */
    record DisableUser(@TargetAggregateIdentifier UserId userId, UserId by, Instant at) implements UserCommand {}

    /**
     * Lets the user in again.
     *
     * @param by the admin who asks, who may not be the user
     */
    record EnableUser(@TargetAggregateIdentifier UserId userId, UserId by, Instant at) implements UserCommand {}

    /**
     * Removes profile and credentials for good.
     *
     * @param by the admin who asks, who may not be the user
     */
    record EraseUser(@TargetAggregateIdentifier UserId userId, UserId by) implements UserCommand {}
}
