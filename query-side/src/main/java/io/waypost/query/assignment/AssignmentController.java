package io.waypost.query.assignment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.group.GroupId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The courses of groups and of users. */
@RestController
@Tag(name = "Assignments")
class AssignmentController {

    private final AssignmentQueries assignments;
    private final SnapshotReads reads;

    AssignmentController(AssignmentQueries assignments, SnapshotReads reads) {
        this.assignments = assignments;
        this.reads = reads;
    }

    @GetMapping("/api/groups/{id}/courses")
    @Requires(SystemRole.USER)
    @Operation(summary = "The courses of a group in its order")
    List<GroupCourseAnswer> ofGroup(
            @PathVariable GroupId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.versioned(response, () -> assignments.ofGroup(id, user));
    }

    @GetMapping("/api/users/{id}/courses")
    @Requires(SystemRole.USER)
    @Operation(
            summary = "The courses of a user with where each comes from: of anyone for managers, one's own otherwise")
    List<UserCourseAnswer> ofUser(
            @PathVariable UserId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.views(response, () -> assignments.ofUser(id, user));
    }
}
