package io.waypost.command.platform;

import io.waypost.platform.eventstore.AppendedPosition;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Hands one command to its aggregate, in this thread, and learns at which position its events were appended. */
@Component
class CommandDispatcher {

    private static final ScopedValue<AtomicLong> POSITION = ScopedValue.newInstance();
    private static final long NONE = -1;

    private final CommandBus bus;

    CommandDispatcher(CommandBus bus) {
        this.bus = bus;
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            unitOfWork.afterCommit(CommandDispatcher::rememberPosition);
            return chain.proceed();
        });
    }

    Result dispatch(Object command, Map<String, Object> metadata) {
        AtomicLong position = new AtomicLong(NONE);
        Object payload = ScopedValue.where(POSITION, position).call(() -> dispatchNow(command, metadata));
        return new Result(payload, position.get() == NONE ? OptionalLong.empty() : OptionalLong.of(position.get()));
    }

    private Object dispatchNow(Object command, Map<String, Object> metadata) {
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
        Answer answer = new Answer();
        bus.dispatch(message.andMetaData(MetaData.from(metadata)), answer::accept);
        return answer.payload();
    }

    private static void rememberPosition(UnitOfWork<?> unitOfWork) {
        if (POSITION.isBound()) {
            AppendedPosition.of(unitOfWork).ifPresent(POSITION.get()::set);
        }
    }

    /**
     * What a command led to.
     *
     * @param payload what its handler answered
     * @param position the position of the last event it appended; empty if it appended none
     */
    record Result(Object payload, OptionalLong position) {}

    private static final class Answer {

        private Optional<CommandResultMessage<?>> result = Optional.empty();

        void accept(CommandMessage<?> command, CommandResultMessage<?> message) {
            result = Optional.of(message);
        }

        Object payload() {
            CommandResultMessage<?> message =
                    result.orElseThrow(() -> new IllegalStateException("The command bus did not answer"));
            if (message.isExceptional()) {
                if (message.exceptionResult() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(message.exceptionResult());
            }
            return message.getPayload();
        }
    }
}
