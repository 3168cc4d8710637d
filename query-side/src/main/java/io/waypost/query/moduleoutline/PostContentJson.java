package io.waypost.query.moduleoutline;

import io.waypost.api.module.PostContent;
import io.waypost.platform.eventstore.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a post's content. The type stands beside it, in a column and in a field of its own. */
final class PostContentJson {

    private static final String TYPE = "type";

    private final JsonMapper mapper = EventJson.mapper();

    /** The name of the content's type, such as {@code quiz}. */
    String type(PostContent content) {
        return tree(content).path(TYPE).stringValue();
    }

    /** The content for the table. */
    String withoutType(PostContent content) {
        ObjectNode tree = tree(content);
        tree.remove(TYPE);
        return mapper.writeValueAsString(tree);
    }

    /**
     * The content for an answer.
     *
     * @param stored the content as the table holds it
     * @param withAnswers whether the options of a quiz say which ones are right
     */
    JsonNode answer(String stored, boolean withAnswers) {
        JsonNode content = mapper.readTree(stored);
        if (!withAnswers) {
            for (JsonNode question : content.path("questions")) {
                for (JsonNode option : question.path("options")) {
                    if (option instanceof ObjectNode fields) {
                        fields.remove("correct");
                    }
                }
            }
        }
        return content;
    }

    private ObjectNode tree(PostContent content) {
        return mapper.valueToTree(content);
    }
}
