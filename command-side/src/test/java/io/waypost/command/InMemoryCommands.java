package io.waypost.command;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** Carries out command after command on aggregates that are sourced anew from their events each time. */
public final class InMemoryCommands {

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();

    /**
     * Takes commands for aggregates of a type.
     *
     * @param resources what handlers ask for beside the command
     */
    public InMemoryCommands(Class<?> aggregateType, Object... resources) {
        subscribe(aggregateType, resources);
    }

    /**
     * Carries a command out.
     *
     * @param state what its handler answers
     */
    public <S> S send(Object command, Class<S> state) {
        Answer answer = new Answer();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), answer::accept);
        return state.cast(answer.payload());
    }

    /** All that happened to an aggregate, in order. */
    public List<Object> eventsOf(Object aggregateId) {
        return events.readEvents(aggregateId.toString())
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    private <T> void subscribe(Class<T> type, Object... resources) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(List.of(resources)));
        Repository<T> repository = EventSourcingRepository.builder(type)
                .parameterResolverFactory(parameters)
                .eventStore(EmbeddedEventStore.builder().storageEngine(events).build())
                .build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .parameterResolverFactory(parameters)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    private static final class Answer {

        private Optional<CommandResultMessage<?>> result = Optional.empty();

        void accept(CommandMessage<?> command, CommandResultMessage<?> message) {
            result = Optional.of(message);
        }

        Object payload() {
            CommandResultMessage<?> message = result.orElseThrow();
            if (message.isExceptional()) {
                if (message.exceptionResult() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new AssertionError(message.exceptionResult());
            }
            return message.getPayload();
        }
    }
}
