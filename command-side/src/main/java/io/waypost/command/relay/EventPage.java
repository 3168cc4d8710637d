package io.waypost.command.relay;

import io.waypost.platform.eventstore.StoredEvent;
import java.util.List;

/**
 * Events that are read together and come to the relay as one message, so that what Axon does per message is not done per
 * event.
 *
 * @param events the events, by position
 * @param published to be called when the broker has them
 */
record EventPage(List<StoredEvent> events, Runnable published) {}
