package io.waypost.query.progress;

import io.waypost.api.learner.CompletionWay;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.query.platform.ViewEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user has done with a post.
 *
 * @param lastActivityAt when the user last did something with it; a waiver is done by somebody else
 * @param decision the event that made it count, if it counts
 */
record LearnerPost(
        Key key,
        Optional<Completion> completion,
        Optional<Waiver> waiver,
        Optional<Instant> lastActivityAt,
        Optional<Integer> watchedPercent,
        Optional<Integer> bestScorePercent,
        int attempts,
        Optional<Decision> decision) {

    /** Whose and which. */
    record Key(long userId, long postId) {}

    /** Done, when and how. */
    record Completion(Instant at, String via) {}

    /** Let off, when and by whom. */
    record Waiver(Instant at, long by) {}

    /** The event that made a post count. */
    record Decision(String type, String eventId, Instant at) {}

    /** Before the user did anything. */
    static LearnerPost untouched(Key key) {
        return new LearnerPost(
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** Whether the post counts as completed. */
    boolean counts() {
        return completion.isPresent() || waiver.isPresent();
    }

    /** After one more event. */
    LearnerPost after(LearnerEvent.PostProgressed event, ViewEvent happened) {
        return switch (event) {
            case LearnerEvent.PostCompleted done ->
                active(happened)
                        .completed(new Completion(done.completedAt(), name(done.via())))
                        .decided("PostCompleted", happened);
            case LearnerEvent.PostCompletionBackdated earlier ->
                active(happened)
                        .completion
                        .map(done -> active(happened).completed(new Completion(earlier.completedAt(), done.via())))
                        .orElseGet(() -> active(happened));
            case LearnerEvent.PostReopened reopened -> active(happened).reopened();
            case LearnerEvent.PostWaived waived ->
                waived(new Waiver(happened.at(), waived.waivedBy().value())).decided("PostWaived", happened);
            case LearnerEvent.QuizAttempted attempted -> active(happened).attempted(attempted);
            case LearnerEvent.VideoWatched watched -> active(happened).watched(watched.watchedPercent());
        };
    }

    private LearnerPost active(ViewEvent happened) {
        Instant latest =
                lastActivityAt.filter(before -> before.isAfter(happened.at())).orElse(happened.at());
        return new LearnerPost(
                key, completion, waiver, Optional.of(latest), watchedPercent, bestScorePercent, attempts, decision);
    }

    private LearnerPost completed(Completion done) {
        return new LearnerPost(
                key, Optional.of(done), waiver, lastActivityAt, watchedPercent, bestScorePercent, attempts, decision);
    }

    private LearnerPost waived(Waiver given) {
        return new LearnerPost(
                key,
                completion,
                Optional.of(given),
                lastActivityAt,
                watchedPercent,
                bestScorePercent,
                attempts,
                decision);
    }

    /** The first event that makes a post count decides; others add nothing to that. */
    private LearnerPost decided(String type, ViewEvent happened) {
        Optional<Decision> first = decision.or(() -> Optional.of(new Decision(type, happened.id(), happened.at())));
        return new LearnerPost(
                key, completion, waiver, lastActivityAt, watchedPercent, bestScorePercent, attempts, first);
    }

    private LearnerPost reopened() {
        return new LearnerPost(
                key,
                Optional.empty(),
                Optional.empty(),
                lastActivityAt,
                watchedPercent,
                bestScorePercent,
                attempts,
                Optional.empty());
    }

    private LearnerPost attempted(LearnerEvent.QuizAttempted attempted) {
        int best = Math.max(bestScorePercent.orElse(0), attempted.scorePercent());
        return new LearnerPost(
                key,
                completion,
                waiver,
                lastActivityAt,
                watchedPercent,
                Optional.of(best),
                attempted.attempt(),
                decision);
    }

    private LearnerPost watched(int percent) {
        return new LearnerPost(
                key, completion, waiver, lastActivityAt, Optional.of(percent), bestScorePercent, attempts, decision);
    }

    private static String name(CompletionWay way) {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
