package io.waypost.platform.eventstore;

/**
 * An event as its row has it: no object is made of its JSON.
 *
 * @param position its place in the log
 * @param id the identifier of the event
 * @param aggregateId the identifier of its aggregate, such as {@code course-42}
 * @param sequence its place among the events of the aggregate, from 0
 * @param occurredAt when it happened, in ISO 8601 and UTC
 * @param type its name in the store, such as {@code ModuleAddedToCourse}
 * @param revision the revision of its JSON
 * @param payload its JSON
 */
public record StoredEvent(
        long position,
        String id,
        String aggregateId,
        long sequence,
        String occurredAt,
        String type,
        String revision,
        String payload) {}
