package io.waypost.query.assignment;

import java.time.Instant;
import java.util.Optional;

/**
 * A course of a group.
 *
 * @param id the course
 * @param moduleCount the number of its modules
 */
record GroupCourseAnswer(
        long id, String title, Optional<String> description, Instant createdAt, Instant updatedAt, long moduleCount) {}
