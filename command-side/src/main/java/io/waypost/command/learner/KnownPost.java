package io.waypost.command.learner;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import java.util.Optional;

/**
 * A post as a learner stands to it.
 *
 * @param open whether a course that is assigned to the learner shows it
 * @param revision the number of its version, from 1
 * @param content of quizzes and videos
 */
record KnownPost(PostId id, boolean open, int revision, Optional<PostContent> content) {

    /** The quiz that it is, if it is one. */
    Optional<QuizContent> quiz() {
        return content.filter(QuizContent.class::isInstance).map(QuizContent.class::cast);
    }

    /** The video that it is, if it is one. */
    Optional<VideoContent> video() {
        return content.filter(VideoContent.class::isInstance).map(VideoContent.class::cast);
    }

    /** How much of it must be watched to complete it; empty if it is no video, or one that is completed by hand. */
    Optional<Integer> requiredWatchPercent() {
        return video().flatMap(VideoContent::requiredWatchPercent);
    }
}
