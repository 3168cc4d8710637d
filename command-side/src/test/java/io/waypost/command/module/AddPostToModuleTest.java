package io.waypost.command.module;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.CONTENT;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.NIGHTS;
import static io.waypost.command.module.ModuleFixture.NOW;
import static io.waypost.command.module.ModuleFixture.POST_DESCRIPTION;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.added;
import static io.waypost.command.module.ModuleFixture.expectingAnotherVersion;
import static io.waypost.command.module.ModuleFixture.givenDeletedModule;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.givenNoModule;
import static io.waypost.command.module.ModuleFixture.holding;
import static io.waypost.command.module.ModuleFixture.post;
import static io.waypost.command.module.ModuleFixture.titleOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.AttachmentContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.module.QuizQuestion.Kind;
import io.waypost.api.module.QuizQuestion.Option;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.AddPostToModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddPostToModuleTest {

    @Test
    void addsFirstPost() {
        givenModuleWith()
                .when(atTheEnd(RHYTHM))
                .expectEvents(added(RHYTHM, CONTENT, 0, List.of(RHYTHM)))
                .expectResultMessagePayload(holding(1, made(RHYTHM)));
    }

    @Test
    void addsPostAtTheEndWithoutOrdering() {
        givenModuleWith(RHYTHM, NAPS)
                .when(atTheEnd(NIGHTS))
                .expectEvents(added(NIGHTS, CONTENT, 2, List.of(RHYTHM, NAPS, NIGHTS)))
                .expectResultMessagePayload(holding(3, post(RHYTHM), post(NAPS), made(NIGHTS)));
    }

    @Test
    void addsPostAtItsOrdering() {
        givenModuleWith(RHYTHM, NAPS)
                .when(at(NIGHTS, 1))
                .expectEvents(added(NIGHTS, CONTENT, 1, List.of(RHYTHM, NIGHTS, NAPS)))
                .expectResultMessagePayload(holding(3, post(RHYTHM), made(NIGHTS), post(NAPS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, Integer.MAX_VALUE})
    void clampsOrderingBehindTheEnd(int ordering) {
        givenModuleWith(RHYTHM, NAPS)
                .when(at(NIGHTS, ordering))
                .expectEvents(added(NIGHTS, CONTENT, 2, List.of(RHYTHM, NAPS, NIGHTS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void clampsOrderingBeforeTheFront(int ordering) {
        givenModuleWith(RHYTHM, NAPS)
                .when(at(NIGHTS, ordering))
                .expectEvents(added(NIGHTS, CONTENT, 0, List.of(NIGHTS, RHYTHM, NAPS)));
    }

    @Test
    void rejectsBlankTitle() {
        givenModuleWith()
                .when(new AddPostToModule(MODULE, RHYTHM, "", POST_DESCRIPTION, CONTENT, Optional.empty()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Post title cannot be empty"));
    }

    @ParameterizedTest
    @MethodSource
    void rejectsContentWithBlankText(PostContent content, String detail) {
        givenModuleWith()
                .when(new AddPostToModule(MODULE, RHYTHM, "Title", POST_DESCRIPTION, content, Optional.empty()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, detail));
    }

    static Stream<Arguments> rejectsContentWithBlankText() {
        String url = "https://cdn.example.org/file";
        return Stream.of(
                arguments(new DefaultContent("", Optional.empty()), "Post text cannot be empty"),
                arguments(new VideoContent("", 60, Optional.empty()), "Video URL cannot be empty"),
                arguments(new AttachmentContent("", "a.pdf", "application/pdf", 1), "Attachment URL cannot be empty"),
                arguments(new AttachmentContent(url, "", "application/pdf", 1), "File name cannot be empty"),
                arguments(new AttachmentContent(url, "a.pdf", "", 1), "Media type cannot be empty"),
                arguments(quiz("", "Yes"), "Question text cannot be empty"),
                arguments(quiz("Asleep?", ""), "Option text cannot be empty"));
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith(RHYTHM)
                .when(atTheEnd(NAPS), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindUnknownModule() {
        givenNoModule().when(atTheEnd(RHYTHM)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule().when(atTheEnd(RHYTHM)).expectNoEvents().expectException(AggregateDeletedException.class);
    }

    private static QuizContent quiz(String question, String option) {
        List<Option> options = List.of(new Option(1, option, true), new Option(2, "No", false));
        return new QuizContent(List.of(new QuizQuestion(1, question, Kind.SINGLE, options)), 80);
    }

    private static Post made(PostId post) {
        return new Post(post, titleOf(post), POST_DESCRIPTION, CONTENT, NOW, NOW);
    }

    private static AddPostToModule atTheEnd(PostId post) {
        return new AddPostToModule(MODULE, post, titleOf(post), POST_DESCRIPTION, CONTENT, Optional.empty());
    }

    private static AddPostToModule at(PostId post, int ordering) {
        return new AddPostToModule(MODULE, post, titleOf(post), POST_DESCRIPTION, CONTENT, Optional.of(ordering));
    }
}
