package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.command.platform.Versioned;

/**
 * A quiz as a learner has just answered it.
 *
 * @param attempt the number of the attempt, from 1
 * @param grading how it was graded
 * @param begunToCount whether the post counts since this attempt, so that courses may be completed by it
 */
record GradedAttempt(LearnerId id, long version, int attempt, QuizGrading grading, boolean begunToCount)
        implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
