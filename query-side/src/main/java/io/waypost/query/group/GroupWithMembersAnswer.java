package io.waypost.query.group;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One group.
 *
 * @param id the group
 * @param createdBy the username of who made it
 * @param memberCount the number of its members
 * @param members its members in the order in which they joined
 */
record GroupWithMembersAnswer(
        long id,
        String name,
        Optional<String> description,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        int memberCount,
        List<MemberAnswer> members) {

    /** A group that was created, as it has become, if it is not deleted. */
    static GroupWithMembersAnswer of(GroupChange group, String createdBy, List<MemberAnswer> members) {
        GroupChange.Texts texts = group.texts().orElseThrow();
        return new GroupWithMembersAnswer(
                group.groupId(),
                texts.name(),
                texts.description(),
                createdBy,
                group.created().orElseThrow().at(),
                group.updatedAt(),
                members.size(),
                members);
    }
}
