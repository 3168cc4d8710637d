package io.waypost.query.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a user is with a post.
 *
 * @param completed whether it counts as completed, done or waived
 * @param completedAt when it was done, if it was
 * @param via how: {@code hand}, {@code quiz}, {@code video} or {@code offline}
 * @param waived whether it was waived
 */
record PostProgressAnswer(
        long postId,
        String title,
        String type,
        int ordering,
        boolean completed,
        Optional<Instant> completedAt,
        Optional<String> via,
        boolean waived,
        Optional<Integer> watchedPercent,
        Optional<Integer> bestScorePercent,
        int attempts) {

    static PostProgressAnswer of(CoursePost post, int ordering) {
        LearnerPost done = post.done();
        return new PostProgressAnswer(
                post.postId(),
                post.title(),
                post.type(),
                ordering,
                post.counts(),
                done.completion().map(LearnerPost.Completion::at),
                done.completion().map(LearnerPost.Completion::via),
                done.waiver().isPresent(),
                done.watchedPercent(),
                done.bestScorePercent(),
                done.attempts());
    }
}
