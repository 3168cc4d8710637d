package io.waypost.command.learner;

import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.learner.LearnerCommand.OfflineCompletion;
import io.waypost.command.learner.LearnerCommand.SyncCompletions;
import io.waypost.command.learner.SyncedCompletions.Result;
import io.waypost.command.learner.SyncedCompletions.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a device completed without a connection, judged item by item: each stands or falls by itself, in whatever order they
 * come.
 *
 * @param completions as they were told
 * @param refusals why each of them is refused; empty if it is not
 * @param completedBefore the posts that were completed already
 */
record OfflineBatch(
        List<OfflineCompletion> completions, List<Optional<RequestRejected>> refusals, Set<PostId> completedBefore) {

    OfflineBatch {
        completions = List.copyOf(completions);
        refusals = List.copyOf(refusals);
        completedBefore = Set.copyOf(completedBefore);
    }

    /** Judges a batch by what is known of its posts and by what the learner did before. */
    static OfflineBatch judged(SyncCompletions command, KnownPosts posts, Function<PostId, PostProgress> progress) {
        List<Optional<RequestRejected>> refusals = new ArrayList<>();
        Set<PostId> completedBefore = new HashSet<>();
        for (OfflineCompletion completion : command.completions()) {
            PostProgress before = progress.apply(completion.postId());
            refusals.add(refusal(completion, posts, before, command.at()));
            if (before.completion().isPresent()) {
                completedBefore.add(completion.postId());
            }
        }
        return new OfflineBatch(command.completions(), refusals, completedBefore);
    }

    /** The earliest time at which each post was completed, in the order told. */
    Map<PostId, Instant> earliest() {
        Map<PostId, Instant> earliest = new LinkedHashMap<>();
        for (int i = 0; i < completions.size(); i++) {
            if (refusals.get(i).isEmpty()) {
                Instant at = completions.get(i).completedAt();
                earliest.merge(completions.get(i).postId(), at, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return earliest;
    }

    /** What became of each item, by the progress of its post afterwards. */
    List<Result> results(Function<PostId, PostProgress> progress) {
        List<Result> results = new ArrayList<>();
        Set<PostId> completed = new HashSet<>(completedBefore);
        for (int i = 0; i < completions.size(); i++) {
            PostId postId = completions.get(i).postId();
            Optional<RequestRejected> refusal = refusals.get(i);
            if (refusal.isPresent()) {
                results.add(Result.rejected(
                        Optional.of(postId), refusal.get().code(), refusal.get().detail()));
            } else {
                Status status = completed.add(postId) ? Status.COMPLETED : Status.ALREADY_COMPLETED;
                Instant at = progress.apply(postId).completion().orElseThrow().at();
                results.add(Result.accepted(postId, status, at));
            }
        }
        return results;
    }

    private static Optional<RequestRejected> refusal(
            OfflineCompletion completion, KnownPosts posts, PostProgress before, Instant now) {
        if (completion.completedAt().isAfter(now)) {
            return refused(ProblemCode.IN_THE_FUTURE, "The post cannot have been completed in the future");
        }
        KnownPost post;
        try {
            post = posts.requireOpen(completion.postId());
        } catch (RequestRejected rejected) {
            return Optional.of(rejected);
        }
        if (before.reopenedAt()
                .filter(reopenedAt -> !completion.completedAt().isAfter(reopenedAt))
                .isPresent()) {
            return refused(ProblemCode.REOPENED_SINCE, "The post has been reopened since");
        }
        return before.completion().isPresent() ? Optional.empty() : before.hindrance(post);
    }

    private static Optional<RequestRejected> refused(ProblemCode code, String detail) {
        return Optional.of(new RequestRejected(code, detail));
    }
}
