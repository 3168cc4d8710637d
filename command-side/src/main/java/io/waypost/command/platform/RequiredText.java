package io.waypost.command.platform;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;

/** The rule that a required text says something. */
public final class RequiredText {

    private RequiredText() {}

    /**
     * The text as it is.
     *
     * @param what the name of the text for people, such as {@code Course title}
     * @throws RequestRejected if it is blank
     */
    public static String of(String text, String what) {
        if (text.isBlank()) {
            throw new RequestRejected(ProblemCode.TEXT_BLANK, what + " cannot be empty");
        }
        return text;
    }
}
