package io.waypost.api.module;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The four kinds of posts. A post keeps its type for life. */
public enum PostType {
    /** A text, with or without an image. */
    @JsonProperty("default")
    DEFAULT,
    /** A video that is watched. */
    @JsonProperty("video")
    VIDEO,
    /** A file to download. */
    @JsonProperty("attachment")
    ATTACHMENT,
    /** Questions to answer. */
    @JsonProperty("quiz")
    QUIZ
}
