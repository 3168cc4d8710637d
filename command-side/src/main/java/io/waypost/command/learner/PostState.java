package io.waypost.command.learner;

import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.PostId;
import io.waypost.command.platform.Versioned;

/**
 * What a command left a learner's progress with a post at.
 *
 * @param begunToCount whether the post counts since this command, so that courses may be completed by it
 */
record PostState(LearnerId id, long version, PostId postId, PostProgress progress, boolean begunToCount)
        implements Versioned {

    @Override
    public String aggregateId() {
        return id.toString();
    }
}
