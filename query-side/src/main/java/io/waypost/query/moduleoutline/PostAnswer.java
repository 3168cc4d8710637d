package io.waypost.query.moduleoutline;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One post.
 *
 * @param id the post
 * @param moduleId the module it belongs to
 * @param type {@code default}, {@code video}, {@code attachment} or {@code quiz}
 * @param content what it shows, by type
 * @param ordering its 0-based place in the module
 */
record PostAnswer(
        long id,
        long moduleId,
        String title,
        Optional<String> description,
        String type,
        @Schema(type = "object") JsonNode content,
        int ordering,
        Instant createdAt,
        Instant updatedAt) {

    static PostAnswer of(PostRow post, JsonNode content) {
        return new PostAnswer(
                post.id(),
                post.moduleId(),
                post.title(),
                post.description(),
                post.type(),
                content,
                post.ordering(),
                post.createdAt(),
                post.updatedAt());
    }
}
