package io.waypost.query.moduleoutline;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.QuizQuestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostContentJsonTest {

    private final PostContentJson json = new PostContentJson();
    private final String quiz = json.withoutType(new PostContent.QuizContent(
            List.of(new QuizQuestion(
                    1, "Q", QuizQuestion.Kind.MULTIPLE, List.of(new QuizQuestion.Option(1, "Yes", true)))),
            50));

    @Test
    void theTypeStandsBesideTheContent() {
        assertThat(json.type(new PostContent.AttachmentContent("u", "f", "m", 1)))
                .isEqualTo("attachment");
        assertThat(quiz).doesNotContain("\"type\"").contains("\"pass_percent\":50");
    }

    @Test
    void withoutAnswersNothingSaysWhichOptionIsRight() {
        assertThat(json.answer(quiz, true).toString()).contains("\"correct\":true");
        assertThat(json.answer(quiz, false).toString())
                .doesNotContain("correct")
                .contains("\"text\":\"Yes\"");
    }
}
