package io.waypost.command.module;

import io.waypost.api.module.PostType;
import io.waypost.platform.web.InvalidInput;

/** The types of posts by the names that clients use. */
final class PostTypes {

    private PostTypes() {}

    /**
     * The type of a name.
     *
     * @throws InvalidInput if there is none
     */
    static PostType named(String name) {
        return switch (name) {
            case "default" -> PostType.DEFAULT;
            case "video" -> PostType.VIDEO;
            case "attachment" -> PostType.ATTACHMENT;
            case "quiz" -> PostType.QUIZ;
            default -> throw InvalidInput.of("type", "must be one of default, video, attachment, quiz");
        };
    }
}
