package io.waypost.query.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import io.waypost.query.platform.SnapshotReads;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in user. */
@RestController
@Tag(name = "Auth")
class AccountController {

    private final AccountQueries accounts;
    private final SnapshotReads reads;

    AccountController(AccountQueries accounts, SnapshotReads reads) {
        this.accounts = accounts;
        this.reads = reads;
    }

    @GetMapping("/api/auth/me")
    @Requires(SystemRole.USER)
    @Operation(summary = "The signed-in user")
    UserAnswer me(@Parameter(hidden = true) CurrentUser user, HttpServletResponse response) {
        return reads.versionedHead(
                response,
                () -> accounts.find(user.id())
                        .orElseThrow(() -> new RequestRejected(
                                ProblemCode.UNAUTHENTICATED, "This account does not exist any more.")));
    }
}
