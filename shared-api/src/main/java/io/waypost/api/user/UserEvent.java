package io.waypost.api.user;

import org.axonframework.serialization.Revision;

/** What can happen to a user. None of these holds personal data: names and credentials live in the account table. */
public sealed interface UserEvent {

    /** The user that it happened to. */
    UserId userId();

    /** A user came into being. */
    @Revision("1")
    record UserRegistered(UserId userId, SystemRole role) implements UserEvent {}
}
