package io.waypost.query.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
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

/** How far users are in all their courses. */
@RestController
@Tag(name = "Progress")
class ProgressController {

    private final ProgressQueries progress;
    private final PastProgress past;
    private final SnapshotReads reads;

    ProgressController(ProgressQueries progress, PastProgress past, SnapshotReads reads) {
        this.progress = progress;
        this.past = past;
        this.reads = reads;
    }

    @GetMapping("/api/me/progress")
    @Requires(SystemRole.USER)
    @Operation(summary = "One's own progress in the courses assigned to one, oldest course first")
    List<CourseProgressAnswer> own(
            @Parameter(description = AsOf.DESCRIPTION) @RequestParam(AsOf.PARAMETER) Optional<String> asOf,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        return ofUser(user.id(), asOf, user, response);
    }

    @GetMapping("/api/users/{id}/progress")
    @Requires(SystemRole.USER)
    @Operation(summary = "The progress of a user in the courses assigned to them: anyone's for managers")
    List<CourseProgressAnswer> ofUser(
            @PathVariable UserId id,
            @Parameter(description = AsOf.DESCRIPTION) @RequestParam(AsOf.PARAMETER) Optional<String> asOf,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        return asOf.map(AsOf::parse)
                .map(moment -> reads.past(response, moment, position -> {
                    progress.requireOpen(id, user);
                    return past.at(id, position);
                }))
                .orElseGet(() -> reads.statement(response, () -> progress.ofUser(id, user)));
    }
}
