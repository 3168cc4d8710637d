package io.waypost.query.account;

import io.waypost.api.user.SystemRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A user, as admins and the user see it. */
record UserAnswer(
        long id,
        String username,
        String email,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> childName,
        Optional<String> childSexAssignedAtBirth,
        Optional<LocalDate> childDob,
        Optional<String> avatarUrl,
        RoleAnswer role,
        boolean emailVerified,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {

    /** A system role: its number, its name and a sentence about it. */
    record RoleAnswer(int id, String name, String description) {

        static RoleAnswer of(SystemRole role) {
            return new RoleAnswer(role.id(), role.code(), role.description());
        }
    }
}
