package io.waypost.command.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.module.PostId;
import io.waypost.command.learner.LearnerCommand.OfflineCompletion;
import io.waypost.command.learner.SyncedCompletions.Result;
import io.waypost.command.learner.SyncedCompletions.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OfflineFormTest {

    private static final PostId POST = new PostId(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T12:00:00Z",
                "2026-01-01T12:00:00.000Z",
                "2026-01-01T13:00:00+01:00",
                "2026-01-01T12:00:00.000999999Z"
            })
    void readsTimesToTheMillisecond(String time) {
        assertThat(read("{\"post_id\": 5, \"completed_at\": \"%s\", \"other\": 1}".formatted(time))
                        .readable())
                .containsExactly(new OfflineCompletion(POST, Instant.parse("2026-01-01T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "5",
                "\"x\"",
                "null",
                "[]",
                "{\"completed_at\": \"2026-01-01T12:00:00Z\"}",
                "{\"post_id\": null, \"completed_at\": \"2026-01-01T12:00:00Z\"}",
                "{\"post_id\": \"5\", \"completed_at\": \"2026-01-01T12:00:00Z\"}",
                "{\"post_id\": 5.5, \"completed_at\": \"2026-01-01T12:00:00Z\"}",
                "{\"post_id\": 99999999999999999999, \"completed_at\": \"2026-01-01T12:00:00Z\"}"
            })
    void rejectsWhatNamesNoPost(String item) {
        assertMalformed(item, Optional.empty(), "post_id is missing or is no number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"post_id\": 5}",
                "{\"post_id\": 5, \"completed_at\": null}",
                "{\"post_id\": 5, \"completed_at\": 1767268800}",
                "{\"post_id\": 5, \"completed_at\": \"yesterday\"}",
                "{\"post_id\": 5, \"completed_at\": \"2026-01-01\"}",
                "{\"post_id\": 5, \"completed_at\": \"2026-01-01T12:00:00\"}",
                "{\"post_id\": 5, \"completed_at\": \"2026-02-30T12:00:00Z\"}",
                "{\"post_id\": 5, \"completed_at\": \"1969-12-31T23:59:59Z\"}",
                "{\"post_id\": 5, \"completed_at\": \"-999999999-01-01T00:00:00Z\"}"
            })
    void rejectsWhatSaysNoTime(String item) {
        assertMalformed(item, Optional.of(POST), "completed_at is missing or is no time");
    }

    @Test
    void tellsWhatBecameOfEachInTheOrderSent() {
        Result first = Result.accepted(POST, Status.COMPLETED, Instant.EPOCH);
        Result second = Result.accepted(new PostId(6), Status.ALREADY_COMPLETED, Instant.EPOCH);
        OfflineForm form = read("7", item(5), "{}", item(6), "[]");

        List<Result> results = form.results(List.of(first, second));

        assertThat(results).hasSize(5);
        assertThat(results.get(1)).isEqualTo(first);
        assertThat(results.get(3)).isEqualTo(second);
        assertThat(List.of(results.get(0), results.get(2), results.get(4)))
                .extracting(Result::status)
                .containsOnly(Status.REJECTED);
    }

    private static void assertMalformed(String item, Optional<PostId> postId, String detail) {
        OfflineForm form = read(item);

        assertThat(form.readable()).isEmpty();
        assertThat(form.results(List.of()))
                .containsExactly(new Result(
                        postId, Status.REJECTED, Optional.empty(), Optional.of("invalid_input"), Optional.of(detail)));
    }

    private static String item(long postId) {
        return "{\"post_id\": %d, \"completed_at\": \"2026-01-01T12:00:00Z\"}".formatted(postId);
    }

    private static OfflineForm read(String... items) {
        JsonMapper json = JsonMapper.builder().build();
        List<JsonNode> sent = new ArrayList<>();
        for (String item : items) {
            sent.add(json.readTree(item));
        }
        return OfflineForm.read(sent);
    }
}
