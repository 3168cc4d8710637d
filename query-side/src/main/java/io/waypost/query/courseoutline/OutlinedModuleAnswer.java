package io.waypost.query.courseoutline;

import java.util.Optional;

/**
 * A module in a course.
 *
 * @param moduleId the module
 * @param ordering its 0-based place among the modules shown
 */
record OutlinedModuleAnswer(
        long moduleId,
        String moduleTitle,
        Optional<String> moduleDescription,
        Optional<String> moduleColor,
        int ordering) {}
