package io.waypost.query.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.CsvAnswer;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the members of a group are, for those who lead it. */
@RestController
@Tag(name = "Progress")
class GroupProgressController {

    private final GroupProgressQueries progress;
    private final SnapshotReads reads;

    GroupProgressController(GroupProgressQueries progress, SnapshotReads reads) {
        this.progress = progress;
        this.reads = reads;
    }

    @GetMapping(path = "/api/groups/{id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(SystemRole.USER)
    @Operation(summary = "Each member with each course of the group, or with one; for managers, owners and moderators")
    Page<LearnerProgressAnswer> page(
            @PathVariable GroupId id,
            @RequestParam("course_id") Optional<CourseId> courseId,
            @RequestParam Optional<String> sort,
            @RequestParam Optional<String> order,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        GroupLearners.Wanted wanted = new GroupLearners.Wanted(id, courseId, ProgressOrder.of(sort, order));
        PageRequest request = PageRequest.of(limit, cursor);
        return reads.views(response, () -> progress.page(wanted, user, request));
    }

    @GetMapping(path = "/api/groups/{id}/progress", produces = CsvAnswer.MEDIA_TYPE)
    @Requires(SystemRole.USER)
    @Operation(summary = "All of it as CSV, if that is what the client prefers")
    void asCsv(
            @PathVariable GroupId id,
            @RequestParam("course_id") Optional<CourseId> courseId,
            @RequestParam Optional<String> sort,
            @RequestParam Optional<String> order,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        GroupLearners.Wanted wanted = new GroupLearners.Wanted(id, courseId, ProgressOrder.of(sort, order));
        reads.streamed(response, () -> progress.write(wanted, user, response));
    }
}
