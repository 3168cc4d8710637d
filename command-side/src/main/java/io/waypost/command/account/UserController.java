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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes users. */
@RestController
@RequestMapping("/api/users/{id}")
class UserController {

    private final UserAdministration users;

    UserController(UserAdministration users) {
        this.users = users;
    }

    @Operation(summary = "Changes the profile of a user; absent fields stay")
    @PatchMapping
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> revise(
            @PathVariable("id") UserId id, @Valid @RequestBody ProfileFields profile, CommandRequest request) {
        return users.revise(id, profile, request).ok(UserBody::of);
    }

    @Operation(summary = "Disables a user, who is signed out everywhere, or enables them again")
    @PatchMapping("/status")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> activate(
            @PathVariable("id") UserId id,
            @Valid @RequestBody Status status,
            CurrentUser admin,
            CommandRequest request) {
        return users.activate(id, status.isActive(), admin.id(), request).ok(UserBody::of);
    }

    @Operation(summary = "Gives a user another role")
    @PatchMapping("/role")
    @Requires(SystemRole.ADMIN)
    ResponseEntity<UserBody> changeRole(
            @PathVariable("id") UserId id, @Valid @RequestBody Role role, CurrentUser admin, CommandRequest request) {
        return users.changeRole(id, role.role(), admin.id(), request).ok(UserBody::of);
    }

    @Operation(summary = "Erases a user: profile and credentials are gone for good, memberships end")
    @DeleteMapping
    @Requires(SystemRole.ADMIN)
    ResponseEntity<Void> erase(@PathVariable("id") UserId id, CurrentUser admin, CommandRequest request) {
        return users.erase(id, admin.id(), request).noContent();
    }

    record Status(@NotNull(message = "is required") Boolean isActive) {}

    record Role(@NotNull(message = "is required") RequestedRole role) {}
}
