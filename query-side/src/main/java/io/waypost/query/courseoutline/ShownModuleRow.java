package io.waypost.query.courseoutline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a course shows of a module, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "module")
class ShownModuleRow {

    @Id
    private long id;

    private String title = "";

    private @Nullable String description;

    private @Nullable String color;

    /** For Hibernate. */
    protected ShownModuleRow() {}

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
}
