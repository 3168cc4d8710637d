package io.waypost.command.module;

import static io.waypost.command.Refusal.refused;
import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.module.ModuleFixture.BEFORE;
import static io.waypost.command.module.ModuleFixture.CONTENT;
import static io.waypost.command.module.ModuleFixture.MODULE;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.NOW;
import static io.waypost.command.module.ModuleFixture.POST_DESCRIPTION;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.UNKNOWN;
import static io.waypost.command.module.ModuleFixture.expectingAnotherVersion;
import static io.waypost.command.module.ModuleFixture.givenDeletedModule;
import static io.waypost.command.module.ModuleFixture.givenModuleWith;
import static io.waypost.command.module.ModuleFixture.givenModuleWithContent;
import static io.waypost.command.module.ModuleFixture.givenModuleWithPostRemoved;
import static io.waypost.command.module.ModuleFixture.holding;
import static io.waypost.command.module.ModuleFixture.post;
import static io.waypost.command.module.ModuleFixture.titleOf;
import static io.waypost.command.module.ModuleFixture.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.sameInstance;

import io.waypost.api.module.ModuleEvent.PostRevised;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.PostType;
import io.waypost.api.problem.ProblemCode;
import io.waypost.command.module.ModuleCommand.RevisePost;
import io.waypost.platform.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;

class RevisePostTest {

    private static final VideoContent VIDEO = new VideoContent("https://cdn.example.org/a.mp4", 240, Optional.of(80));
    private static final PostContent NEW_TEXT = new DefaultContent("Twelve hours.", Optional.empty());

    @Test
    void changesTitleAndKeepsTheRest() {
        givenModuleWith(RHYTHM, NAPS)
                .when(titled("Rhythm"))
                .expectEvents(new PostRevised(MODULE, RHYTHM, "Rhythm", POST_DESCRIPTION, CONTENT))
                .expectResultMessagePayload(
                        holding(3, new Post(RHYTHM, "Rhythm", POST_DESCRIPTION, CONTENT, BEFORE, NOW), post(NAPS)));
    }

    @Test
    void clearsDescription() {
        givenModuleWith(RHYTHM)
                .when(new RevisePost(
                        MODULE,
                        RHYTHM,
                        Optional.empty(),
                        Optional.of(Optional.empty()),
                        Optional.empty(),
                        Optional.empty()))
                .expectEvents(new PostRevised(MODULE, RHYTHM, titleOf(RHYTHM), Optional.empty(), CONTENT));
    }

    @Test
    void changesContent() {
        givenModuleWith(RHYTHM)
                .when(with(type -> NEW_TEXT))
                .expectEvents(new PostRevised(MODULE, RHYTHM, titleOf(RHYTHM), POST_DESCRIPTION, NEW_TEXT));
    }

    @Test
    void hasContentReadByTheTypeOfThePost() {
        List<PostType> types = new ArrayList<>();

        givenModuleWithContent(VIDEO)
                .when(with(type -> {
                    types.add(type);
                    return VIDEO;
                }))
                .expectNoEvents();

        assertThat(types).containsExactly(PostType.VIDEO);
    }

    @Test
    void changesNothingWhenNothingIsPresent() {
        givenModuleWith(RHYTHM)
                .when(new RevisePost(
                        MODULE, RHYTHM, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM));
    }

    @Test
    void changesNothingWhenTheValuesAreThere() {
        givenModuleWith(RHYTHM)
                .when(new RevisePost(
                        MODULE,
                        RHYTHM,
                        Optional.of(titleOf(RHYTHM)),
                        Optional.of(POST_DESCRIPTION),
                        Optional.of(PostType.DEFAULT),
                        Optional.of(type -> CONTENT)))
                .expectNoEvents()
                .expectResultMessagePayload(unchanged(RHYTHM));
    }

    @Test
    void rejectsAnotherType() {
        givenModuleWith(RHYTHM)
                .when(new RevisePost(
                        MODULE,
                        RHYTHM,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PostType.VIDEO),
                        Optional.of(type -> VIDEO)))
                .expectNoEvents()
                .expectException(InvalidInput.class);
    }

    @Test
    void rejectsContentThatDoesNotFitTheType() {
        InvalidInput unreadable = InvalidInput.of("content.text", "is required");

        givenModuleWith(RHYTHM)
                .when(with(type -> {
                    throw unreadable;
                }))
                .expectNoEvents()
                .expectException(sameInstance(unreadable));
    }

    @Test
    void judgesTheFormOfContentBeforeTheRules() {
        InvalidInput unreadable = InvalidInput.of("content.text", "is required");

        givenModuleWith(RHYTHM)
                .when(revise(RHYTHM, Optional.of(""), Optional.of(type -> {
                    throw unreadable;
                })))
                .expectNoEvents()
                .expectException(sameInstance(unreadable));
    }

    @Test
    void rejectsBlankTitle() {
        givenModuleWith(RHYTHM)
                .when(titled(""))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Post title cannot be empty"));
    }

    @Test
    void rejectsBlankText() {
        givenModuleWith(RHYTHM)
                .when(with(type -> new DefaultContent("", Optional.empty())))
                .expectNoEvents()
                .expectException(refused(ProblemCode.TEXT_BLANK, "Post text cannot be empty"));
    }

    @Test
    void rejectsPostThatIsNotInModule() {
        givenModuleWith(RHYTHM)
                .when(revise(UNKNOWN, Optional.of("Title"), Optional.empty()))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsPostThatWasRemoved() {
        givenModuleWithPostRemoved()
                .when(titled("Rhythm"))
                .expectNoEvents()
                .expectException(refused(ProblemCode.NOT_FOUND, "Post not found"));
    }

    @Test
    void rejectsStaleVersion() {
        givenModuleWith(RHYTHM)
                .when(titled("Rhythm"), expectingAnotherVersion())
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void doesNotFindDeletedModule() {
        givenDeletedModule().when(titled("Rhythm")).expectNoEvents().expectException(AggregateDeletedException.class);
    }

    private static RevisePost titled(String title) {
        return revise(RHYTHM, Optional.of(title), Optional.empty());
    }

    private static RevisePost with(ContentDraft draft) {
        return revise(RHYTHM, Optional.empty(), Optional.of(draft));
    }

    private static RevisePost revise(PostId post, Optional<String> title, Optional<ContentDraft> draft) {
        return new RevisePost(MODULE, post, title, Optional.empty(), Optional.empty(), draft);
    }
}
