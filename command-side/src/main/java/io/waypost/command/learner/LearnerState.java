package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.command.platform.Versioned;

/** A learner as a command left it. */
record LearnerState(LearnerId id, long version) implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
