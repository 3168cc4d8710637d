package io.waypost.command.module;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import java.time.Instant;
import java.util.Optional;

/**
 * A post as its module knows it.
 *
 * @param updatedAt when its texts or its content were last changed; its place is a matter of the module
 */
record Post(
        PostId id,
        String title,
        Optional<String> description,
        PostContent content,
        Instant createdAt,
        Instant updatedAt) {}
