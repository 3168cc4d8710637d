package io.waypost.query.moduleoutline;

import io.waypost.api.module.PostContent;
import java.time.Instant;
import java.util.Optional;

/**
 * A post as a batch of events leaves it.
 *
 * @param postId the post
 * @param addedAt when it was added, if that was in this batch
 * @param title the title
 * @param description the description
 * @param content the content
 * @param updatedAt when it was added or last revised
 */
record PostChange(
        long postId,
        Optional<Instant> addedAt,
        String title,
        Optional<String> description,
        PostContent content,
        Instant updatedAt) {}
