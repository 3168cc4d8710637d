package io.waypost.query.moduleoutline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Modules and their posts. */
@RestController
@Tag(name = "Modules")
class ModuleController {

    private final ModuleQueries modules;
    private final SnapshotReads reads;

    ModuleController(ModuleQueries modules, SnapshotReads reads) {
        this.modules = modules;
        this.reads = reads;
    }

    @GetMapping("/api/modules")
    @Requires(SystemRole.USER)
    @Operation(summary = "All modules for managers, those in assigned courses otherwise, oldest first")
    List<ModuleAnswer> list(@Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.views(response, () -> modules.list(user));
    }

    @GetMapping("/api/modules/{id}")
    @Requires(SystemRole.USER)
    @Operation(summary = "A module with its posts in order and the courses it is in")
    ModuleWithPostsAnswer one(
            @PathVariable ModuleId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.versionedStatement(response, () -> modules.one(id, user));
    }

    @GetMapping("/api/posts/{id}")
    @Requires(SystemRole.USER)
    @Operation(summary = "A post with its content; quiz answers are shown to managers only")
    PostAnswer post(@PathVariable PostId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.versioned(response, () -> modules.post(id, user));
    }
}
