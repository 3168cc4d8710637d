package io.waypost.query.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A group, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "user_group")
class GroupRow {

    @Id
    private long id;

    private String name = "";

    private @Nullable String description;

    @Column(name = "created_by")
    private long createdBy;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "member_count")
    private int memberCount;

    private long version;

    /** For Hibernate. */
    protected GroupRow() {}

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    long createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int memberCount() {
        return memberCount;
    }

    long version() {
        return version;
    }
}
