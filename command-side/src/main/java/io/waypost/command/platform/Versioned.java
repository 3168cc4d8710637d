package io.waypost.command.platform;

/** What a command answers with: the state of its aggregate afterwards. */
public interface Versioned {

    /** The identifier of the aggregate, such as {@code course-42}. */
    String aggregateId();

    /** The version of the aggregate: the sequence number of its last event, from 0. It is the {@code ETag} in REST. */
    long version();
}
