package io.waypost.command.module;

import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with an input while it is read, so that one answer names it all. */
final class Findings {

    private final List<FieldProblem> problems = new ArrayList<>();

    void add(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }

    /** How much is wrong so far. */
    int count() {
        return problems.size();
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput if anything is wrong
     */
    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
