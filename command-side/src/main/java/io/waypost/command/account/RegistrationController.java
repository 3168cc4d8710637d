package io.waypost.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.command.platform.CommandRequest;
import io.waypost.platform.security.CurrentUserResolver;
import io.waypost.platform.security.Public;
import io.waypost.platform.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people sign up, and admins make users. */
@RestController
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    @Operation(summary = "Signs up; only an admin's token can give a role other than user")
    @Public
    @PostMapping("/api/auth/register")
    ResponseEntity<UserBody> register(@RequestBody NewUser user, HttpServletRequest http, CommandRequest request) {
        boolean byAdmin = CurrentUserResolver.of(http.getUserPrincipal())
                .filter(caller -> caller.is(SystemRole.ADMIN))
                .isPresent();
        return made(user, byAdmin, request);
    }

    @Operation(summary = "Makes a user")
    @PostMapping("/api/users")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> create(@RequestBody NewUser user, CommandRequest request) {
        try {
            return made(user, true, request);
        } catch (RequestRejected rejected) {
            throw inTheWordsOfThisCall(rejected);
        }
    }

    private ResponseEntity<UserBody> made(NewUser user, boolean byAdmin, CommandRequest request) {
        var outcome = registration.register(user, byAdmin, request);
        return outcome.created("/api/users/" + outcome.state().account().id().value(), UserBody::of);
    }

    /** Clients show the sentence, and the two calls have always said it in words of their own. */
    private static RequestRejected inTheWordsOfThisCall(RequestRejected rejected) {
        ProblemCode code = rejected.code();
        return code == ProblemCode.USERNAME_TAKEN || code == ProblemCode.EMAIL_TAKEN
                ? new RequestRejected(code, rejected.detail().replace("registered", "exists"))
                : rejected;
    }
}
