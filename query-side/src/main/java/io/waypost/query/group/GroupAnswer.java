package io.waypost.query.group;

import java.time.Instant;
import java.util.Optional;

/**
 * A group in a list.
 *
 * @param id the group
 * @param createdBy the username of who made it
 * @param memberCount the number of its members
 */
record GroupAnswer(
        long id,
        String name,
        Optional<String> description,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        int memberCount) {

    static GroupAnswer of(GroupRow group, String createdBy) {
        return new GroupAnswer(
                group.id(),
                group.name(),
                group.description(),
                createdBy,
                group.createdAt(),
                group.updatedAt(),
                group.memberCount());
    }
}
