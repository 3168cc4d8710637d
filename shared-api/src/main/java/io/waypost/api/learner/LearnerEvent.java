package io.waypost.api.learner;

import io.waypost.api.course.CourseId;
import io.waypost.api.module.PostId;
import io.waypost.api.user.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What can happen to a user as a learner. */
public sealed interface LearnerEvent {

    /** The learner that it happened to. */
    LearnerId learnerId();

    /** A course was assigned to the learner directly, whatever groups give. */
    @Revision("1")
    record CourseAssignedToLearner(LearnerId learnerId, CourseId courseId) implements LearnerEvent {}

    /** A course is no longer assigned to the learner directly; groups may still give it. */
    @Revision("1")
    record CourseUnassignedFromLearner(LearnerId learnerId, CourseId courseId) implements LearnerEvent {}

    /** An event that concerns one post. */
    sealed interface PostProgressed extends LearnerEvent {

        /** The post. */
        PostId postId();
    }

    /**
     * The learner completed a post, which counts in every course that shows it, now or later.
     *
     * @param completedAt when: earlier than the event if it was done on a device without a connection
     */
    @Revision("1")
    record PostCompleted(LearnerId learnerId, PostId postId, Instant completedAt, CompletionWay via)
            implements PostProgressed {}

    /**
     * It turned out that a completed post was completed earlier than was known.
     *
     * @param completedAt when it was completed, as is known now
     */
    @Revision("1")
    record PostCompletionBackdated(LearnerId learnerId, PostId postId, Instant completedAt) implements PostProgressed {}

    /** A post is no longer completed, and not waived either. */
    @Revision("1")
    record PostReopened(LearnerId learnerId, PostId postId) implements PostProgressed {}

    /**
     * A post counts as completed without the learner having done it. Why, is kept beside the account.
     *
     * @param waivedBy who decided it
     */
    @Revision("1")
    record PostWaived(LearnerId learnerId, PostId postId, UserId waivedBy) implements PostProgressed {}

    /**
     * The learner answered a quiz. How it was graded stays, whatever becomes of the answer key.
     *
     * @param attempt the number of the attempt, from 1
     * @param quizRevision the number of the quiz's version that it was graded by, from 1
     * @param scorePercent floor(100 * right / questions), 0 to 100
     * @param passed whether that was enough at the time
     * @param grades each question of the quiz, in its order
     */
    @Revision("1")
    record QuizAttempted(
            LearnerId learnerId,
            PostId postId,
            int attempt,
            int quizRevision,
            int scorePercent,
            boolean passed,
            List<QuestionGrade> grades)
            implements PostProgressed {}

    /** Whether a question was answered rightly. */
    record QuestionGrade(long questionId, boolean correct) {}

    /**
     * The learner has watched more of a video.
     *
     * @param watchedPercent how much of it altogether, 0 to 100, rounded down
     */
    @Revision("1")
    record VideoWatched(LearnerId learnerId, PostId postId, int watchedPercent) implements PostProgressed {}

    /**
     * All posts of an assigned course were completed. That stays, whatever becomes of the course.
     *
     * @param completedAt when
     */
    @Revision("1")
    record CourseCompleted(LearnerId learnerId, CourseId courseId, Instant completedAt) implements LearnerEvent {}
}
