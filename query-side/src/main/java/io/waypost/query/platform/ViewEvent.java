package io.waypost.query.platform;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * An event as views see it.
 *
 * @param id identifies the event, here and in Kafka
 * @param payload what happened
 * @param version the sequence number of the event among those of its aggregate, from 0
 * @param at when it happened
 */
public record ViewEvent(String id, Object payload, long version, Instant at) {

    /** The event in a message; empty if no aggregate published it. */
    public static Optional<ViewEvent> of(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? Optional.of(new ViewEvent(
                        event.getIdentifier(), event.getPayload(), event.getSequenceNumber(), event.getTimestamp()))
                : Optional.empty();
    }
}
