package io.waypost.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.course.CourseId;
import io.waypost.api.group.GroupId;
import io.waypost.api.module.ModuleId;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a course, a module, a group or a user, also after it is gone. */
@RestController
@Tag(name = "Operations")
class HistoryController {

    private final HistoryQueries histories;
    private final SnapshotReads reads;

    HistoryController(HistoryQueries histories, SnapshotReads reads) {
        this.histories = histories;
        this.reads = reads;
    }

    @GetMapping("/api/courses/{id}/history")
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "What happened to a course, newest first")
    Page<HistoryItem> ofCourse(
            @PathVariable CourseId id,
            @RequestParam("limit") Optional<Integer> limit,
            @RequestParam("cursor") Optional<String> cursor,
            HttpServletResponse response) {
        return history(HistorySubject.of(id), PageRequest.of(limit, cursor), response);
    }

    @GetMapping("/api/modules/{id}/history")
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "What happened to a module and its posts, newest first")
    Page<HistoryItem> ofModule(
            @PathVariable ModuleId id,
            @RequestParam("limit") Optional<Integer> limit,
            @RequestParam("cursor") Optional<String> cursor,
            HttpServletResponse response) {
        return history(HistorySubject.of(id), PageRequest.of(limit, cursor), response);
    }

    @GetMapping("/api/groups/{id}/history")
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "What happened to a group, newest first")
    Page<HistoryItem> ofGroup(
            @PathVariable GroupId id,
            @RequestParam("limit") Optional<Integer> limit,
            @RequestParam("cursor") Optional<String> cursor,
            HttpServletResponse response) {
        return history(HistorySubject.of(id), PageRequest.of(limit, cursor), response);
    }

    @GetMapping("/api/users/{id}/history")
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "What happened to a user, as a learner and as a member of groups too, newest first")
    Page<HistoryItem> ofUser(
            @PathVariable UserId id,
            @RequestParam("limit") Optional<Integer> limit,
            @RequestParam("cursor") Optional<String> cursor,
            HttpServletResponse response) {
        return history(HistorySubject.of(id), PageRequest.of(limit, cursor), response);
    }

    /** The cursor is read first: a wrong one is refused whether or not the thing exists. */
    private Page<HistoryItem> history(HistorySubject subject, PageRequest request, HttpServletResponse response) {
        request.afterNumber();
        return reads.head(response, () -> histories.page(subject, request));
    }
}
