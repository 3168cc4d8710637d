package io.waypost.api.learner;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a post came to be completed. */
public enum CompletionWay {
    /** The learner said so. */
    @JsonProperty("hand")
    HAND,
    /** The learner passed the quiz. */
    @JsonProperty("quiz")
    QUIZ,
    /** The learner watched enough of the video. */
    @JsonProperty("video")
    VIDEO,
    /** The learner said so on a device without a connection, which told it later. */
    @JsonProperty("offline")
    OFFLINE
}
