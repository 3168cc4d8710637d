package io.waypost.api.user;

import java.util.List;
import org.axonframework.serialization.Revision;

/** What can happen to a user. None of these holds personal data: names and credentials live in the account table. */
public sealed interface UserEvent {

    /** The user that it happened to. */
    UserId userId();

    /** A user came into being. */
    @Revision("1")
    record UserRegistered(UserId userId, SystemRole role) implements UserEvent {}

    /**
     * The profile was changed.
     *
     * @param fields which parts of it, in the order of {@link ProfileField}
     */
    @Revision("1")
    record UserProfileRevised(UserId userId, List<ProfileField> fields) implements UserEvent {}

    /** The user has another system role from now on. */
    @Revision("1")
    record SystemRoleChanged(UserId userId, SystemRole role) implements UserEvent {}

    /** The user can no longer sign in, and no token of theirs is good for anything. */
    @Revision("1")
    record UserDisabled(UserId userId) implements UserEvent {}

    /** The user can sign in again. */
    @Revision("1")
    record UserEnabled(UserId userId) implements UserEvent {}

    /** Profile and credentials are gone for good; what happened remains, under the number of the user. */
    @Revision("1")
    record UserErased(UserId userId) implements UserEvent {}
}
