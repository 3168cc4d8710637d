package io.waypost.query.projections;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What admins see of the processing of events. */
@RestController
@Tag(name = "Operations")
class ProjectionController {

    private final ProjectionQueries projections;
    private final SnapshotReads reads;

    ProjectionController(ProjectionQueries projections, SnapshotReads reads) {
        this.projections = projections;
        this.reads = reads;
    }

    @GetMapping("/api/admin/projections")
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "How far views, relay and policies have come")
    List<ProjectionAnswer> all(HttpServletResponse response) {
        return reads.head(response, projections::all);
    }
}
