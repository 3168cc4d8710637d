package io.waypost.command.learner;

import io.waypost.api.course.CourseId;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.UserId;
import io.waypost.command.platform.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a learner. */
@Subject("User")
sealed interface LearnerCommand {

    /** The learner that is asked. */
    LearnerId learnerId();

    /** Assigns a course to a user directly, whatever groups give. */
    record AssignCourseToLearner(@TargetAggregateIdentifier LearnerId learnerId, CourseId courseId)
            implements LearnerCommand {}

    /** Takes a course away that was assigned directly; groups may still give it. */
    record UnassignCourseFromLearner(
            @TargetAggregateIdentifier LearnerId learnerId, CourseId courseId) implements LearnerCommand {}

    /** Completes a post by hand. */
    record CompletePost(@TargetAggregateIdentifier LearnerId learnerId, PostId postId, Instant at)
            implements LearnerCommand {}

    /** Takes back that a post was completed or waived. */
    record ReopenPost(@TargetAggregateIdentifier LearnerId learnerId, PostId postId) implements LearnerCommand {}

    /**
     * Lets a post count as completed.
     *
     * @param by who decides it
     * @param reason why, which no event holds
     */
    record WaivePost(@TargetAggregateIdentifier LearnerId learnerId, PostId postId, UserId by, String reason)
            implements LearnerCommand {

        /** Without what is personal, so that no log line ever shows it. */
        @Override
        public String toString() {
            return "WaivePost[" + learnerId + ", " + postId + "]";
        }
    }

    /**
     * Answers a quiz.
     *
     * @param answers the options chosen, by question
     */
    record SubmitQuizAttempt(
            @TargetAggregateIdentifier LearnerId learnerId, PostId postId, Map<Long, Set<Long>> answers, Instant at)
            implements LearnerCommand {}

    /**
     * Has watched more of a video, or the same parts again.
     *
     * @param parts what was watched
     */
    record RecordVideoWatched(
            @TargetAggregateIdentifier LearnerId learnerId, PostId postId, WatchedParts parts, Instant at)
            implements LearnerCommand {}

    /**
     * Tells what a device kept while it had no connection.
     *
     * @param completions what was completed, in any order, any of it perhaps told before
     * @param at the time now
     */
    record SyncCompletions(
            @TargetAggregateIdentifier LearnerId learnerId, List<OfflineCompletion> completions, Instant at)
            implements LearnerCommand {

        /** The posts that were completed, each once for each time it is named. */
        List<PostId> postIds() {
            return completions.stream().map(OfflineCompletion::postId).toList();
        }
    }

    /** Puts on record that all posts of an assigned course count. */
    record RecordCourseCompletion(
            @TargetAggregateIdentifier LearnerId learnerId, CourseId courseId, Instant completedAt)
            implements LearnerCommand {}

    /** A post that was completed on a device, at a time by its clock. */
    record OfflineCompletion(PostId postId, Instant completedAt) {}
}
