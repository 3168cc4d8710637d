package io.waypost.query.courseoutline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A course, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "course")
class CourseRow {

    @Id
    private long id;

    private String title = "";

    private @Nullable String description;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    private long version;

    /** For Hibernate. */
    protected CourseRow() {}

    long id() {
        return id;
    }

    String title() {
        return title;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
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
