package io.waypost.query.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A course of a user.
 *
 * @param id the course
 * @param moduleCount the number of its modules
 * @param sources why the user has it, at least one reason
 */
record UserCourseAnswer(
        long id,
        String title,
        Optional<String> description,
        Instant createdAt,
        Instant updatedAt,
        long moduleCount,
        List<CourseSource> sources) {}
