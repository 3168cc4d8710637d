package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A user as commands answer it: never a password or its hash. */
record UserBody(
        UserId id,
        String username,
        String email,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> childName,
        Optional<String> childSexAssignedAtBirth,
        Optional<LocalDate> childDob,
        Optional<String> avatarUrl,
        RoleBody role,
        boolean emailVerified,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {

    static UserBody of(UserState state) {
        Account account = state.account();
        Profile profile = account.profile();
        return new UserBody(
                account.id(),
                account.username(),
                account.email(),
                profile.firstName(),
                profile.lastName(),
                profile.childName(),
                profile.childSexAssignedAtBirth(),
                profile.childDob(),
                profile.avatarUrl(),
                RoleBody.of(account.role()),
                account.emailVerified(),
                account.active(),
                account.createdAt(),
                account.updatedAt());
    }

    /** Without what is personal, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "UserBody[" + id + "]";
    }

    /** A system role: its number, its name and a sentence about it. */
    record RoleBody(int id, String name, String description) {

        static RoleBody of(SystemRole role) {
            return new RoleBody(role.id(), role.code(), role.description());
        }
    }
}
