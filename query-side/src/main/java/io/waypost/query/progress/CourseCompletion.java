package io.waypost.query.progress;

import java.time.Instant;
import java.util.List;

/**
 * A user has completed a course.
 *
 * @param at when
 */
record CourseCompletion(long userId, long courseId, Instant at) {

    /** Who and what, without when. */
    List<Long> key() {
        return List.of(userId, courseId);
    }
}
