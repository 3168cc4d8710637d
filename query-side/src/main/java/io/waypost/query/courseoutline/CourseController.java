package io.waypost.query.courseoutline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.course.CourseId;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.AsOf;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Courses and the order of their modules. */
@RestController
@Tag(name = "Courses")
class CourseController {

    private final CourseQueries courses;
    private final SnapshotReads reads;

    CourseController(CourseQueries courses, SnapshotReads reads) {
        this.courses = courses;
        this.reads = reads;
    }

    @GetMapping("/api/courses")
    @Requires(SystemRole.USER)
    @Operation(summary = "The courses assigned to the user, or all for an admin, oldest first")
    List<CourseAnswer> list(@Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.views(response, () -> courses.list(user));
    }

    @GetMapping("/api/courses/{id}")
    @Requires(SystemRole.USER)
    @Operation(summary = "A course with its modules in order")
    CourseWithModulesAnswer one(
            @PathVariable CourseId id,
            @Parameter(description = AsOf.DESCRIPTION) @RequestParam(AsOf.PARAMETER) Optional<String> asOf,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        return asOf.map(AsOf::parse)
                .map(moment -> reads.past(response, moment, position -> courses.past(id, user, position)))
                .orElseGet(() -> reads.versionedStatement(response, () -> courses.one(id, user)));
    }

    @GetMapping("/api/courses/{id}/modules")
    @Requires(SystemRole.USER)
    @Operation(summary = "The modules of a course in order")
    List<OutlinedModuleAnswer> modules(
            @PathVariable CourseId id,
            @Parameter(description = AsOf.DESCRIPTION) @RequestParam(AsOf.PARAMETER) Optional<String> asOf,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        return asOf.map(AsOf::parse)
                .map(moment -> reads.past(
                        response,
                        moment,
                        position -> courses.past(id, user, position).modules()))
                .orElseGet(() -> reads.versionedStatement(response, () -> courses.one(id, user))
                        .modules());
    }
}
