package io.waypost.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.CommandRequest;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own profile, and second addresses that older clients know for what {@link UserController} does. */
@RestController
@RequestMapping("/api/auth")
class AuthUserController {

    private final UserAdministration users;

    AuthUserController(UserAdministration users) {
        this.users = users;
    }

    @Operation(summary = "Changes one's own profile; absent fields stay")
    @PatchMapping("/me")
    @Requires(SystemRole.USER)
    ResponseEntity<UserBody> reviseOwn(
            @Valid @RequestBody ProfileFields profile, CurrentUser user, CommandRequest request) {
        return users.revise(user.id(), profile, request).ok(UserBody::of);
    }

    @Operation(summary = "The same as PATCH /api/users/{id}")
    @PatchMapping("/users/{id}/profile")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> revise(
            @PathVariable("id") UserId id, @Valid @RequestBody ProfileFields profile, CommandRequest request) {
        return users.revise(id, profile, request).ok(UserBody::of);
    }

    @Operation(summary = "The same as PATCH /api/users/{id}/status")
    @PatchMapping("/users/disable")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> activate(@Valid @RequestBody StatusOf status, CurrentUser admin, CommandRequest request) {
        return users.activate(status.userId(), status.isActive(), admin.id(), request)
                .ok(UserBody::of);
    }

    @Operation(summary = "The same as PATCH /api/users/{id}/role")
    @PatchMapping("/users/role")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> changeRole(@Valid @RequestBody RoleOf role, CurrentUser admin, CommandRequest request) {
        return users.changeRole(role.userId(), role.role(), admin.id(), request).ok(UserBody::of);
    }

    record StatusOf(
            @NotNull(message = "is required") UserId userId,
            @NotNull(message = "is required") Boolean isActive) {}

    record RoleOf(
            @NotNull(message = "is required") UserId userId,
            @NotNull(message = "is required") RequestedRole role) {}
}
