package io.waypost.query.moduleoutline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a module shows of a post, for reading: everything but the content, which may be large. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "post")
class OutlinedPostRow {

    @Id
    private long id;

    @Column(name = "module_id")
    private long moduleId;

    private String title = "";

    private @Nullable String description;

    private String type = "";

    private int ordering;

    /** For Hibernate. */
    protected OutlinedPostRow() {}

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

    int ordering() {
        return ordering;
    }
}
