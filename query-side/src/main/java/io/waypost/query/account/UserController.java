package io.waypost.query.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.PersonAccess;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users. */
@RestController
@Tag(name = "Users")
class UserController {

    private final AccountQueries accounts;
    private final SnapshotReads reads;

    UserController(AccountQueries accounts, SnapshotReads reads) {
        this.accounts = accounts;
        this.reads = reads;
    }

    @GetMapping(
            path = {"/api/users", "/api/auth/users"},
            params = {"!search", "!role", "!is_active", "!limit", "!cursor"})
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "All users, oldest first; with any of the parameters a page of those that are looked for")
    List<UserAnswer> list(HttpServletResponse response) {
        return reads.head(response, accounts::all);
    }

    @GetMapping({"/api/users", "/api/auth/users"})
    @Requires(SystemRole.ADMIN)
    @Operation(summary = "All users, oldest first; with any of the parameters a page of those that are looked for")
    Page<UserAnswer> page(
            @Parameter(description = "A part of the username, the e-mail address or the name") @RequestParam("search")
                    Optional<String> search,
            @Parameter(description = "A system role: user, manager or admin") @RequestParam("role")
                    Optional<String> role,
            @Parameter(description = "true or false") @RequestParam("is_active") Optional<String> isActive,
            @RequestParam("limit") Optional<Integer> limit,
            @RequestParam("cursor") Optional<String> cursor,
            HttpServletResponse response) {
        UserSearch wanted = UserSearch.of(search, role, isActive);
        PageRequest request = PageRequest.of(limit, cursor);
        return reads.head(response, () -> accounts.page(wanted, request));
    }

    @GetMapping("/api/users/{id}")
    @Requires(SystemRole.USER)
    @Operation(summary = "A user, for an admin or the user")
    UserAnswer one(@PathVariable UserId id, @Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        PersonAccess.require(user, id);
        return reads.versionedHead(
                response, () -> accounts.find(id).orElseThrow(() -> RequestRejected.notFound("User")));
    }
}
