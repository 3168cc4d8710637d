package io.waypost.platform.eventstore;

import java.util.Map;

/**
 * Names under which the states of aggregates are stored as snapshots. A side that has aggregates declares one.
 *
 * @param byName the class of each name
 */
public record SnapshotTypes(Map<String, Class<?>> byName) {}
