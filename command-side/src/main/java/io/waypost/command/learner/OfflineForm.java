package io.waypost.command.learner;

import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.learner.LearnerCommand.OfflineCompletion;
import io.waypost.command.learner.SyncedCompletions.Result;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the completions in a request: one that is malformed is rejected by itself, since the device that sent it could never
 * send the others otherwise.
 *
 * @param items each of them, in the order sent
 */
record OfflineForm(List<Item> items) {

    OfflineForm {
        items = List.copyOf(items);
    }

    static OfflineForm read(List<JsonNode> sent) {
        return new OfflineForm(sent.stream().map(Item::read).toList());
    }

    /** Those that can be read. */
    List<OfflineCompletion> readable() {
        return items.stream().map(Item::completion).flatMap(Optional::stream).toList();
    }

    /** What became of each, given what became of those that can be read. */
    List<Result> results(List<Result> ofReadable) {
        Iterator<Result> next = ofReadable.iterator();
        List<Result> results = new ArrayList<>();
        for (Item item : items) {
            results.add(item.completion().isPresent() ? next.next() : item.malformed());
        }
        return results;
    }

    /**
     * One completion as it was sent.
     *
     * @param postId the post, if it names one
     * @param completedAt when, if it says so
     */
    record Item(Optional<PostId> postId, Optional<Instant> completedAt) {

        static Item read(JsonNode sent) {
            return new Item(
                    sent.optional("post_id")
                            .filter(id -> id.isIntegralNumber() && id.canConvertToLong())
                            .map(id -> new PostId(id.longValue())),
                    sent.optional("completed_at").filter(JsonNode::isString).flatMap(at -> time(at.stringValue())));
        }

        Optional<OfflineCompletion> completion() {
            return postId.flatMap(post -> completedAt.map(at -> new OfflineCompletion(post, at)));
        }

        Result malformed() {
            String detail =
                    postId.isEmpty() ? "post_id is missing or is no number" : "completed_at is missing or is no time";
            return Result.rejected(postId, ProblemCode.INVALID_INPUT, detail);
        }

        /** To the millisecond, as all times here; none from before there were such devices. */
        private static Optional<Instant> time(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant())
                        .filter(at -> !at.isBefore(Instant.EPOCH))
                        .map(at -> at.truncatedTo(ChronoUnit.MILLIS));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
