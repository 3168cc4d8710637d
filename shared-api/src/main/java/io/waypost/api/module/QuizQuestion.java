package io.waypost.api.module;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A question of a quiz.
 *
 * @param id tells it from the other questions of the quiz, positive
 * @param text what is asked
 * @param kind how it is answered
 * @param options what can be chosen, at least one of them right
 */
public record QuizQuestion(long id, String text, Kind kind, List<Option> options) {

    public QuizQuestion {
        options = List.copyOf(options);
    }

    /** How a question is answered. */
    public enum Kind {
        /** Exactly one option is right. */
        @JsonProperty("single")
        SINGLE,
        /** Two options, of which exactly one is right. */
        @JsonProperty("true_false")
        TRUE_FALSE,
        /** Any number of options, at least one, is right, and all of them must be chosen. */
        @JsonProperty("multiple")
        MULTIPLE
    }

    /**
     * Something that can be chosen.
     *
     * @param id tells it from the other options of the question, positive
     * @param text what it says
     * @param correct whether choosing it is right
     */
    public record Option(long id, String text, boolean correct) {}
}
