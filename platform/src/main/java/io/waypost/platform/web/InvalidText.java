package io.waypost.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text holds a character that cannot be kept. */
final class InvalidText extends MismatchedInputException {

    static final String MESSAGE = "contains a character that is not allowed";

    private static final long serialVersionUID = 1L;

    InvalidText(JsonParser parser) {
        super(parser, MESSAGE, String.class);
    }
}
