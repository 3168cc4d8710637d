package io.waypost.command.projections;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an admin ask for a view to be rebuilt from the first event. */
@RestController
class RebuildController {

    private final RebuildRequests requests;

    RebuildController(RebuildRequests requests) {
        this.requests = requests;
    }

    @Operation(summary = "Asks for a view to be rebuilt from the first event")
    @PostMapping("/api/admin/projections/{name}/rebuild")
    @Requires(SystemRole.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable("name") String name, CurrentUser user) {
        if (!requests.isView(name)) {
            throw RequestRejected.notFound("Projection");
        }
        if (!requests.add(name, user.id())) {
            throw new RequestRejected(ProblemCode.ALREADY_REBUILDING, "This projection is being rebuilt already");
        }
    }
}
