package io.waypost.query.courseoutline;

import java.time.Instant;
import java.util.Optional;

/**
 * A course in a list.
 *
 * @param id the course
 * @param moduleCount the number of its modules
 */
record CourseAnswer(
        long id, String title, Optional<String> description, Instant createdAt, Instant updatedAt, long moduleCount) {

    static CourseAnswer of(CountedCourse counted) {
        CourseRow course = counted.course();
        return new CourseAnswer(
                course.id(),
                course.title(),
                course.description(),
                course.createdAt(),
                course.updatedAt(),
                counted.moduleCount());
    }
}
