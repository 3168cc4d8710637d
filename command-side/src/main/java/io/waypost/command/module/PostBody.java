package io.waypost.command.module;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.PostType;
import java.time.Instant;
import java.util.Optional;

/**
 * A post as REST answers with it.
 *
 * @param content without the property that tells its type: the type stands beside it
 */
record PostBody(
        PostId id,
        ModuleId moduleId,
        String title,
        Optional<String> description,
        PostType type,
        @JsonTypeInfo(use = JsonTypeInfo.Id.NONE) PostContent content,
        int ordering,
        Instant createdAt,
        Instant updatedAt) {

    /** The post of an id that is in the module. */
    static PostBody of(ModuleState module, PostId id) {
        int ordering = module.posts().stream().map(Post::id).toList().indexOf(id);
        Post post = module.posts().get(ordering);
        return new PostBody(
                id,
                module.id(),
                post.title(),
                post.description(),
                post.content().type(),
                post.content(),
                ordering,
                post.createdAt(),
                post.updatedAt());
    }
}
