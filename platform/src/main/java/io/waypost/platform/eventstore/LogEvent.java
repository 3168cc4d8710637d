package io.waypost.platform.eventstore;

import java.time.Instant;

/**
 * An event as it was read from the log, with what it says; see {@link StoredEvent} for its row.
 *
 * @param position its place in the log
 * @param id identifies the event, here and in Kafka
 * @param payload what happened, in today's form
 * @param version the sequence number of the event among those of its aggregate, from 0
 * @param at when it happened
 */
public record LogEvent(long position, String id, Object payload, long version, Instant at) {}
