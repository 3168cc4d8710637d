package io.waypost.query.progress;

import java.time.Instant;

/**
 * A post of a course, with what a user has done with it.
 *
 * @param type its type, such as {@code quiz}
 * @param cameAt when it came into the course: itself into its module, or with the module, whichever was later
 */
record CoursePost(long moduleId, long postId, String title, String type, Instant cameAt, LearnerPost done) {

    /** Whether it counts as completed. */
    boolean counts() {
        return done.counts();
    }

    /** The post as a list names it. */
    PostReference reference() {
        return new PostReference(postId, title, moduleId);
    }
}
