package io.waypost.platform.web;

import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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

    /**
     * Makes sure that nothing is wrong with the top-level fields of an object.
     *
     * @throws InvalidInput if something is
     */
    public static void check(Set<? extends ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations.stream()
                    .map(InputErrors::problem)
                    .sorted(Comparator.comparing(FieldProblem::field))
                    .toList());
        }
    }

    /** What is wrong, in the order found. */
    public List<FieldProblem> errors() {
        return errors;
    }
}
