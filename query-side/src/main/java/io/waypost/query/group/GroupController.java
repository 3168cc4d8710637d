package io.waypost.query.group;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.group.GroupId;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.AsOf;
import io.waypost.query.platform.CsvAnswer;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups and their members. */
@RestController
@Tag(name = "Groups")
class GroupController {

    private static final String NO_LIMIT = "!limit";
    private static final String NO_CURSOR = "!cursor";

    private final GroupQueries groups;
    private final SnapshotReads reads;

    GroupController(GroupQueries groups, SnapshotReads reads) {
        this.groups = groups;
        this.reads = reads;
    }

    @GetMapping(
            path = "/api/groups",
            params = {NO_LIMIT, NO_CURSOR})
    @Requires(SystemRole.USER)
    @Operation(summary = "All groups for managers, one's own otherwise, oldest first")
    List<GroupAnswer> list(@Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.views(response, () -> groups.list(user));
    }

    @GetMapping("/api/groups")
    @Requires(SystemRole.USER)
    @Operation(summary = "The same list in pages, if limit or cursor is given")
    Page<GroupAnswer> page(
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        PageRequest request = PageRequest.of(limit, cursor);
        return reads.views(response, () -> groups.page(user, request));
    }

    @GetMapping("/api/groups/{id}")
    @Requires(SystemRole.USER)
    @Operation(summary = "A group with its members in the order of joining")
    GroupWithMembersAnswer one(
            @PathVariable GroupId id,
            @Parameter(description = AsOf.DESCRIPTION) @RequestParam(AsOf.PARAMETER) Optional<String> asOf,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        return asOf.map(AsOf::parse)
                .map(moment -> reads.past(response, moment, position -> groups.past(id, user, position)))
                .orElseGet(() -> reads.versionedStatement(response, () -> groups.one(id, user)));
    }

    @GetMapping(path = "/api/groups/{id}/members", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(SystemRole.USER)
    @Operation(summary = "The members of a group in the order of joining, in pages if limit or cursor is given")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(oneOf = {MemberAnswer[].class, Page.class})))
    Object members(
            @PathVariable GroupId id,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor,
            @Parameter(hidden = true) CurrentUser user,
            HttpServletResponse response) {
        // One method for both: with one for each, what the client accepts would count only after the parameters.
        if (limit.isEmpty() && cursor.isEmpty()) {
            return reads.versioned(response, () -> groups.members(id, user));
        }
        PageRequest request = PageRequest.of(limit, cursor);
        return reads.versioned(response, () -> groups.membersPage(id, user, request));
    }

    @GetMapping(path = "/api/groups/{id}/members", produces = CsvAnswer.MEDIA_TYPE)
    @Requires(SystemRole.USER)
    @Operation(summary = "All members as CSV, if that is what the client prefers")
    void membersAsCsv(
            @PathVariable GroupId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response)
            throws IOException {
        reads.streamed(response, () -> groups.writeMembers(id, user, response));
    }
}
