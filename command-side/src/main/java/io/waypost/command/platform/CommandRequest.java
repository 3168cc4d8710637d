package io.waypost.command.platform;

import io.waypost.api.user.UserId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a request says about its command beside the command itself.
 *
 * @param who the user who sent it; empty for what the service does on its own
 * @param requestId the id of the HTTP request
 * @param expectedVersion the version of the aggregate that the client has seen ({@code If-Match})
 * @param respondAsync whether to answer without waiting for the views ({@code Prefer: respond-async})
 */
public record CommandRequest(
        Optional<UserId> who, Optional<String> requestId, OptionalLong expectedVersion, boolean respondAsync) {

    /** A command of the service itself, which nobody waits for. */
    public static CommandRequest internal() {
        return new CommandRequest(Optional.empty(), Optional.empty(), OptionalLong.empty(), true);
    }

    /** The same request, by this user if it does not say who sent it. */
    public CommandRequest onBehalfOf(UserId user) {
        return who.isPresent() ? this : new CommandRequest(Optional.of(user), requestId, expectedVersion, respondAsync);
    }
}
