package io.waypost.platform.web;

import java.util.List;

/** The input has a wrong form; nothing was looked at beyond that. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> errors;

    /** Everything that is wrong, at least one. */
    public InvalidInput(List<FieldProblem> errors) {
        super("Invalid input", null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** One field is wrong. */
    public static InvalidInput of(String field, String message) {
        return new InvalidInput(List.of(new FieldProblem(field, message)));
    }

    /** What is wrong, in the order found. */
    public List<FieldProblem> errors() {
        return errors;
    }
}
