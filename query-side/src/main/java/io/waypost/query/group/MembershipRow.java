package io.waypost.query.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** That a user is in a group, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "group_member")
@IdClass(MembershipRow.Key.class)
class MembershipRow {

    /**
     * The key.
     *
     * @param groupId the group
     * @param userId the member
     */
    record Key(long groupId, long userId) implements Serializable {}

    @Id
    @Column(name = "group_id")
    private long groupId;

    @Id
    @Column(name = "user_id")
    private long userId;

    private String role = "";

    @Column(name = "joined_at")
    private Instant joinedAt = Instant.EPOCH;

    /** For Hibernate. */
    protected MembershipRow() {}

    long groupId() {
        return groupId;
    }

    long userId() {
        return userId;
    }

    String role() {
        return role;
    }

    Instant joinedAt() {
        return joinedAt;
    }
}
