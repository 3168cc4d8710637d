package io.waypost.query.moduleoutline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A post, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "post")
class PostRow {

    @Id
    private long id;

    @Column(name = "module_id")
    private long moduleId;

    private String title = "";

    private @Nullable String description;

    private String type = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private String content = "";

    private int ordering;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    /** For Hibernate. */
    protected PostRow() {}

    long id() {
        return id;
    }

    long moduleId() {
        return moduleId;
    }

    String title() {
        return title;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    String type() {
        return type;
    }

    /** The content as JSON. */
    String content() {
        return content;
    }

    int ordering() {
        return ordering;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
