package io.waypost.query.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a user is as far in a course as the figures say. All lists are in the order of the course.
 *
 * @param missing the posts that do not count yet
 * @param waived the posts that the user was let off
 * @param addedSinceCompletion those of the missing posts that came into the course after it was completed
 * @param decidedBy for each post that counts the event that made it so
 */
record ExplanationAnswer(
        long courseId,
        long userId,
        int percent,
        int completedPosts,
        int totalPosts,
        Optional<Instant> completedAt,
        List<PostReference> missing,
        List<WaivedPost> waived,
        List<PostReference> addedSinceCompletion,
        List<DecidedPost> decidedBy) {

    /**
     * A post that a user was let off.
     *
     * @param reason why, in the words of who decided it
     */
    record WaivedPost(
            long postId, String postTitle, long moduleId, Who waivedBy, Instant waivedAt, Optional<String> reason) {}

    /**
     * A user who decided something.
     *
     * @param username what the user is called now
     */
    record Who(long id, String username) {}

    /**
     * The event that made a post count.
     *
     * @param type the name under which it is stored
     * @param eventId identifies it, as in the history
     */
    record DecidedPost(long postId, String type, String eventId, Instant at) {}
}
