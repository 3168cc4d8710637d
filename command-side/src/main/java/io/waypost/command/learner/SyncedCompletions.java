package io.waypost.command.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.platform.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a batch of completions.
 *
 * @param results each of them, in the order told
 */
record SyncedCompletions(LearnerId id, long version, List<Result> results) implements Versioned {

    SyncedCompletions {
        results = List.copyOf(results);
    }

    @Override
    public String aggregateId() {
        return id.toString();
    }

    /** Whether posts were completed, so that courses may be. */
    boolean completedAny() {
        return results.stream().anyMatch(result -> result.status() == Status.COMPLETED);
    }

    /**
     * What became of one completion.
     *
     * @param postId the post; empty if none was named
     * @param completedAt when the post was completed, as is known now; empty if it is rejected
     * @param code why it is rejected
     * @param detail the same as a sentence
     */
    @Schema(name = "OfflineCompletionResult")
    record Result(
            Optional<PostId> postId,
            Status status,
            Optional<Instant> completedAt,
            Optional<String> code,
            Optional<String> detail) {

        static Result accepted(PostId postId, Status status, Instant completedAt) {
            return new Result(
                    Optional.of(postId), status, Optional.of(completedAt), Optional.empty(), Optional.empty());
        }

        static Result rejected(Optional<PostId> postId, ProblemCode code, String detail) {
            return new Result(postId, Status.REJECTED, Optional.empty(), Optional.of(code.code()), Optional.of(detail));
        }
    }

    /** Whether a completion was news. */
    enum Status {
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("already_completed")
        ALREADY_COMPLETED,
        @JsonProperty("rejected")
        REJECTED
    }
}
