package io.waypost.api.module;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** What a post shows. In JSON a {@code type} property tells the four kinds apart, by the names of {@link PostType}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostContent.DefaultContent.class, name = "default"),
    @JsonSubTypes.Type(value = PostContent.VideoContent.class, name = "video"),
    @JsonSubTypes.Type(value = PostContent.AttachmentContent.class, name = "attachment"),
    @JsonSubTypes.Type(value = PostContent.QuizContent.class, name = "quiz")
})
public sealed interface PostContent {

    /** The type that posts with this content have. */
    @JsonIgnore
    PostType type();

    /**
     * A text.
     *
     * @param text the text, up to 100,000 characters
     * @param imageUrl an image beside the text
     */
    record DefaultContent(String text, Optional<String> imageUrl) implements PostContent {
        @Override
        public PostType type() {
            return PostType.DEFAULT;
        }
    }

    /**
     * A video.
     *
     * @param url where it is played from
     * @param durationSeconds its length in seconds, positive
     * @param requiredWatchPercent how much of it, 1 to 100, must be watched to complete the post; empty: it is completed
     *     by hand
     */
    record VideoContent(String url, long durationSeconds, Optional<Integer> requiredWatchPercent)
            implements PostContent {
        @Override
        public PostType type() {
            return PostType.VIDEO;
        }
    }

    /**
     * A file.
     *
     * @param url where it is downloaded from
     * @param fileName the name to save it under
     * @param mediaType its media type, such as {@code application/pdf}
     * @param sizeBytes its size in bytes, zero or more
     */
    record AttachmentContent(String url, String fileName, String mediaType, long sizeBytes) implements PostContent {
        @Override
        public PostType type() {
            return PostType.ATTACHMENT;
        }
    }

    /**
     * A quiz.
     *
     * @param questions one or more
     * @param passPercent the score in percent, 0 to 100, from which an attempt passes
     */
    record QuizContent(List<QuizQuestion> questions, int passPercent) implements PostContent {
        public QuizContent {
            questions = List.copyOf(questions);
        }

        @Override
        public PostType type() {
            return PostType.QUIZ;
        }
    }
}
