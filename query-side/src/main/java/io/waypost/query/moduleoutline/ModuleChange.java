package io.waypost.query.moduleoutline;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.PostId;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a batch of events changes in one module; of several changes to the same thing the last one counts. It is filled
 * event by event while the batch is folded, and only read from then on.
 */
final class ModuleChange {

    /** The texts and the colour of a module. */
    record Texts(String title, Optional<String> description, Optional<String> color) {}

    private final long moduleId;
    private final Map<Long, PostChange> posts = new LinkedHashMap<>();
    private final Set<Long> removedPosts = new LinkedHashSet<>();
    private Optional<Instant> createdAt = Optional.empty();
    private Optional<Texts> texts = Optional.empty();
    private Optional<List<PostId>> order = Optional.empty();
    private boolean deleted;
    private long version;
    private Instant updatedAt = Instant.EPOCH;

    ModuleChange(long moduleId) {
        this.moduleId = moduleId;
    }

    /** Adds the next event of the module. */
    void fold(ModuleEvent event, ViewEvent happened) {
        version = happened.version();
        updatedAt = happened.at();
        if (event instanceof ModuleEvent.PostsOrdered ordered) {
            order = Optional.of(ordered.postIds());
        }
        switch (event) {
            case ModuleEvent.ModuleCreated created -> {
                createdAt = Optional.of(happened.at());
                texts = Optional.of(texts(created.title(), created.description(), created.color()));
            }
            case ModuleEvent.ModuleRevised revised ->
                texts = Optional.of(texts(revised.title(), revised.description(), revised.color()));
            case ModuleEvent.PostAddedToModule added -> add(added, happened.at());
            case ModuleEvent.PostRevised revised -> revise(revised, happened.at());
            case ModuleEvent.PostRemovedFromModule removed ->
                remove(removed.postId().value());
            case ModuleEvent.ModuleDeleted gone -> deleted = true;
            case ModuleEvent.PostsOrdered onlyOrdered -> {
                // The order, taken above, is all that such an event changes.
            }
        }
    }

    long moduleId() {
        return moduleId;
    }

    Optional<Instant> createdAt() {
        return createdAt;
    }

    Optional<Texts> texts() {
        return texts;
    }

    /** The posts that were added or revised and are still there. */
    List<PostChange> posts() {
        return List.copyOf(posts.values());
    }

    Set<Long> removedPosts() {
        return Set.copyOf(removedPosts);
    }

    /** All posts in order, if the order changed. */
    Optional<List<PostId>> order() {
        return order;
    }

    boolean deleted() {
        return deleted;
    }

    long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    private void add(ModuleEvent.PostAddedToModule added, Instant at) {
        long id = added.postId().value();
        posts.put(id, new PostChange(id, Optional.of(at), added.title(), added.description(), added.content(), at));
    }

    private void revise(ModuleEvent.PostRevised revised, Instant at) {
        long id = revised.postId().value();
        Optional<Instant> addedAt = Optional.ofNullable(posts.get(id)).flatMap(PostChange::addedAt);
        posts.put(id, new PostChange(id, addedAt, revised.title(), revised.description(), revised.content(), at));
    }

    private void remove(long postId) {
        posts.remove(postId);
        removedPosts.add(postId);
    }

    private static Texts texts(String title, Optional<String> description, Optional<Color> color) {
        return new Texts(title, description, color.map(Color::value));
    }
}
