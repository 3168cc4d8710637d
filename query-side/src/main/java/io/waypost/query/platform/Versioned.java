package io.waypost.query.platform;

/**
 * A resource with its version.
 *
 * @param body what is answered
 * @param version the sequence number of the last event of its aggregate
 * @param <T> the kind of resource
 */
public record Versioned<T>(T body, long version) {}
