package io.waypost.query.history;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened.
 *
 * @param position its place in the log of all events
 * @param eventId identifies the event, here and in Kafka
 * @param type the name under which the event is stored, such as {@code CourseCreated}
 * @param at when it happened
 * @param who the user who did it; empty for what the service does on its own
 * @param data the event itself
 */
record HistoryItem(long position, String eventId, String type, Instant at, Optional<Who> who, JsonNode data) {

    /**
     * A user who did something.
     *
     * @param username what the user is called now
     */
    record Who(long id, String username) {}
}
