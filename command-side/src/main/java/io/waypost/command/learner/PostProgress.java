package io.waypost.command.learner;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent.PostCompleted;
import io.waypost.api.learner.LearnerEvent.PostCompletionBackdated;
import io.waypost.api.learner.LearnerEvent.PostProgressed;
import io.waypost.api.learner.LearnerEvent.PostReopened;
import io.waypost.api.learner.LearnerEvent.PostWaived;
import io.waypost.api.learner.LearnerEvent.QuizAttempted;
import io.waypost.api.learner.LearnerEvent.VideoWatched;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a learner has done about one post. Every operation answers a new value and leaves this one as it was.
 *
 * @param completion when and how it was completed, unless it was reopened since
 * @param waiver by whom and when it was waived, unless it was reopened since
 * @param reopenedAt when it was last reopened
 * @param attempts how often the quiz was answered
 * @param passed whether one of these passed, by the key of its time
 * @param watchedPercent how much of the video was watched, rounded down
 */
record PostProgress(
        Optional<Completion> completion,
        Optional<Waiver> waiver,
        Optional<Instant> reopenedAt,
        int attempts,
        boolean passed,
        int watchedPercent) {

    /** Nothing happened yet. */
    static final PostProgress NONE =
            new PostProgress(Optional.empty(), Optional.empty(), Optional.empty(), 0, false, 0);

    /** Whether courses count it as done. */
    boolean counts() {
        return completion.isPresent() || waiver.isPresent();
    }

    /** Why the post cannot be completed yet; empty if it can. */
    Optional<RequestRejected> hindrance(KnownPost post) {
        if (post.quiz().isPresent() && !passed) {
            return Optional.of(new RequestRejected(ProblemCode.QUIZ_NOT_PASSED, "The quiz has not been passed yet"));
        }
        if (post.requiredWatchPercent()
                .filter(required -> watchedPercent < required)
                .isPresent()) {
            return Optional.of(
                    new RequestRejected(ProblemCode.VIDEO_NOT_WATCHED, "Not enough of the video has been watched yet"));
        }
        return Optional.empty();
    }

    /**
     * Whether the post is completed by having watched so much of its video. Who reopened it and did not watch on meanwhile
     * wants to come back to it.
     */
    boolean completedByWatching(VideoContent video, int percentNow) {
        return completion.isEmpty()
                && video.requiredWatchPercent()
                        .filter(required ->
                                percentNow >= required && (watchedPercent < required || reopenedAt.isEmpty()))
                        .isPresent();
    }

    /** With what happened at a time. */
    PostProgress after(PostProgressed event, Instant at) {
        return switch (event) {
            case PostCompleted completed -> completed(new Completion(completed.completedAt(), completed.via()));
            case PostCompletionBackdated earlier ->
                completion
                        .map(known -> completed(new Completion(earlier.completedAt(), known.via())))
                        .orElse(this);
            case PostReopened reopened ->
                new PostProgress(Optional.empty(), Optional.empty(), Optional.of(at), attempts, passed, watchedPercent);
            case PostWaived waived ->
                new PostProgress(
                        completion,
                        Optional.of(new Waiver(waived.waivedBy(), at)),
                        reopenedAt,
                        attempts,
                        passed,
                        watchedPercent);
            case QuizAttempted quiz ->
                new PostProgress(
                        completion, waiver, reopenedAt, quiz.attempt(), passed || quiz.passed(), watchedPercent);
            case VideoWatched video ->
                new PostProgress(completion, waiver, reopenedAt, attempts, passed, video.watchedPercent());
        };
    }

    private PostProgress completed(Completion completed) {
        return new PostProgress(Optional.of(completed), waiver, reopenedAt, attempts, passed, watchedPercent);
    }

    /** When and how a post was completed. */
    record Completion(Instant at, CompletionWay via) {}

    /** Who decided that a post counts without having been done, and when. */
    record Waiver(UserId by, Instant at) {}
}
