package io.waypost.query.courseoutline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One course.
 *
 * @param id the course
 * @param moduleCount the number of its modules
 * @param modules its modules in order
 */
record CourseWithModulesAnswer(
        long id,
        String title,
        Optional<String> description,
        Instant createdAt,
        Instant updatedAt,
        long moduleCount,
        List<OutlinedModuleAnswer> modules) {

    /** A course that was created, as it has become, if it is not deleted. */
    static CourseWithModulesAnswer of(CourseChange course, List<OutlinedModuleAnswer> modules) {
        CourseChange.Texts texts = course.texts().orElseThrow();
        return new CourseWithModulesAnswer(
                course.courseId(),
                texts.title(),
                texts.description(),
                course.createdAt().orElseThrow(),
                course.updatedAt(),
                modules.size(),
                modules);
    }
}
