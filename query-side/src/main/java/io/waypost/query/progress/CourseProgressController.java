package io.waypost.query.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.course.CourseId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far users are in one course, and why. */
@RestController
@Tag(name = "Progress")
class CourseProgressController {

    private final CourseProgressQueries progress;
    private final SnapshotReads reads;

    CourseProgressController(CourseProgressQueries progress, SnapshotReads reads) {
        this.progress = progress;
        this.reads = reads;
    }

    @GetMapping("/api/courses/{id}/progress")
    @Requires(SystemRole.USER)
    @Operation(summary = "One's own progress in a course assigned to one, by module and post")
    CourseProgressInFullAnswer own(
            @PathVariable CourseId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.views(response, () -> progress.own(id, user));
    }

    @GetMapping("/api/courses/{id}/progress/explanation")
    @Requires(SystemRole.USER)
    @Operation(summary = "Why the progress is what it is: one's own, or anyone's for managers")
    ExplanationAnswer explain(
            @PathVariable CourseId id,
            @RequestParam("user_id") Optional<UserId> userId,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        return reads.views(response, () -> progress.explain(id, userId.orElse(user.id()), user));
    }
}
