package io.waypost.query.moduleoutline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A module, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "module")
class ModuleRow {

    @Id
    private long id;

    private String title = "";

    private @Nullable String description;

    private @Nullable String color;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    private long version;

    /** For Hibernate. */
    protected ModuleRow() {}

    long id() {
        return id;
    }

    String title() {
        return title;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    Optional<String> color() {
        return Optional.ofNullable(color);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
