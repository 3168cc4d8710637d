package io.waypost.command.module;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleId;
import io.waypost.command.platform.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A module as a command left it.
 *
 * @param posts its posts in order
 */
record ModuleState(
        ModuleId id,
        String title,
        Optional<String> description,
        Optional<Color> color,
        List<Post> posts,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
