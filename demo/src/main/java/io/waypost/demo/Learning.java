package io.waypost.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Completes posts the way their type asks for. */
final class Learning {

    private Learning() {}

    /** Reads the post, watches all of it, or answers it rightly, as the learner who is signed in. */
    static void complete(Waypost learner, Made.Post post) {
        String path = "/api/posts/" + post.id();
        JsonNode content = post.sent().path("content");
        if (content.has("questions")) {
            learner.post(path + "/quiz-attempts", Map.of("answers", rightAnswers(content)));
        } else if (content.has("required_watch_percent")) {
            List<Integer> all = List.of(0, content.path("duration_seconds").asInt());
            learner.put(path + "/watched", Map.of("ranges", List.of(all)));
        } else {
            learner.put(path + "/completion", Map.of());
        }
    }

    private static Map<String, List<Long>> rightAnswers(JsonNode quiz) {
        Map<String, List<Long>> answers = new LinkedHashMap<>();
        for (JsonNode question : quiz.path("questions")) {
            List<Long> right = question.path("options")
                    .valueStream()
                    .filter(option -> option.path("correct").asBoolean())
                    .map(option -> option.path("id").asLong())
                    .toList();
            answers.put(question.path("id").asString(), right);
        }
        return answers;
    }
}
