package io.waypost.query.progress;

/**
 * What a batch changed in what a user has done with a post.
 *
 * @param before as it was before the batch
 * @param after as it is now
 */
record LearnerPostStep(LearnerPost before, LearnerPost after) {

    /** One more completed post, one less, or as many as before. */
    int moreCompleted() {
        return (after.counts() ? 1 : 0) - (before.counts() ? 1 : 0);
    }
}
