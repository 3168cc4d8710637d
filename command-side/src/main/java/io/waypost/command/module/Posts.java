package io.waypost.command.module;

import io.waypost.api.module.PostId;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.problem.RequestRejected;
import java.util.List;
import java.util.stream.Stream;

/**
 * The posts of a module. Every operation answers a new value and leaves this one as it was.
 *
 * @param all the posts in order, each once
 */
record Posts(List<Post> all) {

    Posts {
        all = List.copyOf(all);
    }

    static Posts none() {
        return new Posts(List.of());
    }

    /**
     * The post of an id.
     *
     * @throws RequestRejected if it is not here
     */
    Post require(PostId id) {
        return all.stream()
                .filter(post -> post.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RequestRejected.notFound("Post"));
    }

    /** The ids of the posts in order. */
    Ordering<PostId> order() {
        return new Ordering<>(all.stream().map(Post::id).toList());
    }

    /** With one more post, the posts in a new order. */
    Posts with(Post added, List<PostId> order) {
        return new Posts(Stream.concat(all.stream(), Stream.of(added)).toList()).in(order);
    }

    /** With another version of a post in its place. */
    Posts replacing(Post revised) {
        return new Posts(all.stream()
                .map(post -> post.id().equals(revised.id()) ? revised : post)
                .toList());
    }

    /** Only the posts of an order, in that order. */
    Posts in(List<PostId> order) {
        return new Posts(order.stream().map(this::require).toList());
    }
}
