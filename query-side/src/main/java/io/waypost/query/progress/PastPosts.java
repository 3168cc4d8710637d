package io.waypost.query.progress;

import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.PostId;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The posts of a module in their order, and since when they were there. */
final class PastPosts {

    private final Map<PostId, Instant> addedAt = new HashMap<>();
    private List<PostId> posts = List.of();

    void fold(ModuleEvent event, ViewEvent happened) {
        if (event instanceof ModuleEvent.PostAddedToModule added) {
            addedAt.put(added.postId(), happened.at());
        }
        switch (event) {
            case ModuleEvent.PostsOrdered ordered -> posts = ordered.postIds();
            case ModuleEvent.ModuleDeleted gone -> posts = List.of();
            case ModuleEvent.ModuleCreated created -> {}
            case ModuleEvent.ModuleRevised revised -> {}
            case ModuleEvent.PostRevised revised -> {}
        }
    }

    /** In their order; none once the module was deleted. */
    List<PostId> posts() {
        return posts;
    }

    Instant addedAt(PostId post) {
        return addedAt.getOrDefault(post, Instant.EPOCH);
    }
}
