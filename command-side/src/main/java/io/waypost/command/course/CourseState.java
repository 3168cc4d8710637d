package io.waypost.command.course;

import io.waypost.api.course.CourseId;
import io.waypost.api.module.ModuleId;
import io.waypost.command.platform.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A course as a command left it.
 *
 * @param moduleIds its modules in order
 */
record CourseState(
        CourseId id,
        String title,
        Optional<String> description,
        List<ModuleId> moduleIds,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
