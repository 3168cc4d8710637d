package io.waypost.command.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads the fields of a request: an optional text that is empty or null is absent. */
public final class Fields {

    private Fields() {}

    /** An optional text of a new thing. */
    public static Optional<String> optionalText(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty());
    }

    /** A required text of a PATCH: empty if the field is not in the body. */
    public static Optional<String> changedText(JsonNullable<String> field) {
        return field.isPresent() ? Optional.of(field.get()) : Optional.empty();
    }

    /** An optional text of a PATCH: empty if the field is not in the body, and an inner empty value if it is cleared. */
    public static Optional<Optional<String>> changedOptionalText(JsonNullable<String> field) {
        return field.isPresent() ? Optional.of(optionalText(field.get())) : Optional.empty();
    }
}
