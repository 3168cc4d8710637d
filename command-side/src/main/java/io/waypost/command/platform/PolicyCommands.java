package io.waypost.command.platform;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Sends the commands of policies. Each runs in a thread, and so in a transaction, of its own: that of the policy's
 * processor would be lost as a whole if one command is refused or loses a race. A policy therefore sees an event again
 * after a crash, and its commands must not mind.
 */
@Component
public class PolicyCommands {

    private final Commands commands;

    PolicyCommands(Commands commands) {
        this.commands = commands;
    }

    /**
     * Carries a command out, for the user who caused the event. That there is nothing left to do, because what it is about
     * is gone, is well.
     *
     * @throws RequestRejected if it is refused for any other reason
     */
    public <S extends Versioned> void send(Object command, Class<S> state, EventMessage<?> cause) {
        CommandRequest request = new CommandRequest(who(cause), requestId(cause), OptionalLong.empty(), true);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Thread.ofVirtual().name("policy-command").start(() -> {
            try {
                commands.send(command, state, request);
                sent.complete(null);
            } catch (RuntimeException | Error e) {
                sent.completeExceptionally(e);
            }
        });
        try {
            sent.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RequestRejected rejected) || rejected.code() != ProblemCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    private static Optional<UserId> who(EventMessage<?> event) {
        return Optional.ofNullable(event.getMetaData().get(Provenance.WHO))
                .map(id -> new UserId(((Number) id).longValue()));
    }

    private static Optional<String> requestId(EventMessage<?> event) {
        return Optional.ofNullable(event.getMetaData().get(Provenance.REQUEST_ID))
                .map(Object::toString);
    }
}
