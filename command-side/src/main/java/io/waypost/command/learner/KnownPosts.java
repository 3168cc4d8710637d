package io.waypost.command.learner;

import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import java.util.Map;
import java.util.Optional;

/**
 * Those of some posts that exist, as a learner stands to them.
 *
 * @param byId the posts
 */
record KnownPosts(Map<PostId, KnownPost> byId) {

    KnownPosts {
        byId = Map.copyOf(byId);
    }

    /**
     * A post, whether or not the learner may open it.
     *
     * @throws RequestRejected if it does not exist
     */
    KnownPost require(PostId id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> RequestRejected.notFound("Post"));
    }

    /**
     * A post that the learner may open.
     *
     * @throws RequestRejected if it does not exist, or if no assigned course shows it
     */
    KnownPost requireOpen(PostId id) {
        KnownPost post = require(id);
        if (!post.open()) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "No course that is assigned to you shows this post");
        }
        return post;
    }
}
