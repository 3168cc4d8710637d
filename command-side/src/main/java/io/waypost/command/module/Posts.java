package io.waypost.command.module;

import io.waypost.api.module.PostId;
import io.waypost.api.ordering.Ordering;
import io.waypost.api.problem.RequestRejected;
import java.util.List;
import java.util.stream.Stream;

/**
 * The posts of a module. Every operation answers a new value and leaves this one as it was.
 *
 * @param all the posts, each once; their order is kept beside them
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

    /** With a post, in place of the one with its id. */
    Posts with(Post added) {
        Stream<Post> others = all.stream().filter(post -> !post.id().equals(added.id()));
        return new Posts(Stream.concat(others, Stream.of(added)).toList());
    }

    /** Only the posts of an order, in that order. */
    Posts in(Ordering<PostId> order) {
        return new Posts(order.items().stream().map(this::require).toList());
    }
}
