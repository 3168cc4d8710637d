package io.waypost.benchmarks;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param status the status
 * @param position where the event of a command is in the log; empty where the answer does not say it
 * @param asOf up to where in the log a query shows everything; empty where the answer does not say it
 * @param body the body
 */
record Answer(int status, OptionalLong position, OptionalLong asOf, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** This, if its status is the one. */
    Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Not " + expected + " but " + status + ": " + body);
        }
        return this;
    }

    /** This, if its body says that. */
    Answer saying(String part) {
        if (!body.contains(part)) {
            throw new IllegalStateException("It does not say " + part + ": " + body);
        }
        return this;
    }
}
