package io.waypost.command.relay;

/** The service stops while the broker is away: what it has not acknowledged is sent after the next start. */
final class RelayStopped extends RuntimeException {

    RelayStopped() {
        super("The service stops before Kafka has acknowledged; the relay goes on from there", null, false, false);
    }
}
