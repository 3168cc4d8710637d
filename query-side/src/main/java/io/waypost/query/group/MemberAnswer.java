package io.waypost.query.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A member of a group.
 *
 * @param userId the user
 * @param role the role in the group
 * @param groupRole the same, under the name that some clients know it by
 * @param userRole the role in the whole system
 * @param updatedAt when the membership changed last
 */
record MemberAnswer(
        long userId,
        String username,
        String email,
        String role,
        String groupRole,
        String userRole,
        Instant joinedAt,
        Optional<String> avatarUrl,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<LocalDate> childDob,
        Instant updatedAt) {

    /** The names of the fields, in the order of {@link #cells()}. */
    static final List<String> COLUMNS = List.of(
            "user_id",
            "username",
            "email",
            "role",
            "group_role",
            "user_role",
            "joined_at",
            "avatar_url",
            "first_name",
            "last_name",
            "child_dob",
            "updated_at");

    /** The fields as a row of a table. */
    List<Object> cells() {
        return List.of(
                userId, username, email, role, groupRole, userRole, joinedAt, avatarUrl, firstName, lastName, childDob,
                updatedAt);
    }
}
