package io.waypost.command.module;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.AttachmentContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.QuizQuestion;
import io.waypost.command.platform.RequiredText;

/** The rule that each required text of a content says something. */
final class RequiredContentTexts {

    private RequiredContentTexts() {}

    /**
     * The content as it is.
     *
     * @throws io.waypost.api.problem.RequestRejected if a text that it requires is blank
     */
    static PostContent of(PostContent content) {
        switch (content) {
            case DefaultContent text -> RequiredText.of(text.text(), "Post text");
            case VideoContent video -> RequiredText.of(video.url(), "Video URL");
            case AttachmentContent attachment -> check(attachment);
            case QuizContent quiz -> quiz.questions().forEach(RequiredContentTexts::check);
        }
        return content;
    }

    private static void check(AttachmentContent attachment) {
        RequiredText.of(attachment.url(), "Attachment URL");
        RequiredText.of(attachment.fileName(), "File name");
        RequiredText.of(attachment.mediaType(), "Media type");
    }

    private static void check(QuizQuestion question) {
        RequiredText.of(question.text(), "Question text");
        question.options().forEach(option -> RequiredText.of(option.text(), "Option text"));
    }
}
