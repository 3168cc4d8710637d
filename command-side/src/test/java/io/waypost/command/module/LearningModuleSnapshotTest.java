package io.waypost.command.module;

import static io.waypost.command.module.ModuleFixture.CONTENT;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.givenModuleWithContent;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.AttachmentContent;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Kind;
import io.waypost.api.module.QuizQuestion.Option;
import io.waypost.command.Snapshots;
import io.waypost.command.module.ModuleCommand.ReorderModulePosts;
import io.waypost.command.module.ModuleCommand.ReviseModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningModuleSnapshotTest {

    private static final ReviseModule CLEARED =
            new ReviseModule(MODULE, Optional.empty(), Optional.of(Optional.empty()), Optional.of(Optional.empty()));

    @Test
    void readsBackWithPostsInOrder() {
        givenModuleWith(RHYTHM, NAPS)
                .when(new ReorderModulePosts(MODULE, List.of(NAPS, RHYTHM)))
                .expectState(module -> Snapshots.assertReadsBack("LearningModule", module));
    }

    @Test
    void readsBackWithoutWhatIsOptional() {
        givenModuleWith().when(CLEARED).expectState(module -> Snapshots.assertReadsBack("LearningModule", module));
    }

    @ParameterizedTest
    @MethodSource
    void readsBackWithEachTypeOfContent(PostContent content) {
        givenModuleWithContent(content)
                .when(CLEARED)
                .expectState(module -> Snapshots.assertReadsBack("LearningModule", module));
    }

    static Stream<PostContent> readsBackWithEachTypeOfContent() {
        List<Option> options = List.of(new Option(1, "True", true), new Option(2, "False", false));
        return Stream.of(
                CONTENT,
                new VideoContent("https://cdn.example.org/a.mp4", 240, Optional.empty()),
                new VideoContent("https://cdn.example.org/a.mp4", 240, Optional.of(80)),
                new AttachmentContent("https://cdn.example.org/a.pdf", "a.pdf", "application/pdf", 123_456),
                new QuizContent(List.of(new QuizQuestion(1, "Asleep?", Kind.TRUE_FALSE, options)), 80));
    }
}
