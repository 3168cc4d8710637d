package io.waypost.query.group;

import io.waypost.api.group.GroupRole;
import java.time.Instant;
import java.util.Optional;

/**
 * What a batch of events changes in one member who is there after it.
 *
 * @param userId the member
 * @param joined how the member came in, if that was in this batch
 * @param role the role in the group
 * @param updatedAt the time of the last event that concerns the member
 */
record MemberChange(long userId, Optional<Joined> joined, GroupRole role, Instant updatedAt) {

    /**
     * How a member came into a group.
     *
     * @param at when
     * @param version the sequence number of the event
     */
    record Joined(Instant at, long version) {}
}
