package io.waypost.command.module;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent.ModuleCreated;
import io.waypost.api.module.ModuleEvent.ModuleDeleted;
import io.waypost.api.module.ModuleEvent.PostAddedToModule;
import io.waypost.api.module.ModuleEvent.PostRemovedFromModule;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A module as it is before a command. */
final class ModuleFixture {

    static final ModuleId MODULE = new ModuleId(7);
    static final PostId RHYTHM = new PostId(70);
    static final PostId NAPS = new PostId(71);
    static final PostId NIGHTS = new PostId(72);
    static final PostId UNKNOWN = new PostId(404);
    static final String TITLE = "Sleep";
    static final Optional<String> DESCRIPTION = Optional.of("How babies sleep");
    static final Optional<Color> COLOR = Optional.of(new Color("#3366CC"));
    static final Optional<String> POST_DESCRIPTION = Optional.of("In short");
    static final PostContent CONTENT =
            new DefaultContent("Newborns sleep 14 to 17 hours a day.", Optional.of("https://cdn.example.org/a.png"));
    static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private ModuleFixture() {}

    /** A version that a module of these tests never has. */
    static Map<String, Object> expectingAnotherVersion() {
        return Map.of("expected_version", 99L);
    }

    static Map<String, Object> expectingVersion(long version) {
        return Map.of("expected_version", version);
    }

    static TestExecutor<LearningModule> givenNoModule() {
        return given();
    }

    static TestExecutor<LearningModule> givenDeletedModule() {
        return given(created(), new ModuleDeleted(MODULE));
    }

    /** A module with these posts, all with {@link #CONTENT}; its version is their number. */
    static TestExecutor<LearningModule> givenModuleWith(PostId... posts) {
        List<Object> events = new ArrayList<>();
        events.add(created());
        for (int i = 0; i < posts.length; i++) {
            events.add(added(posts[i], CONTENT, i, List.of(posts).subList(0, i + 1)));
        }
        return given(events.toArray());
    }

    /** A module with one post, {@link #RHYTHM}. */
    static TestExecutor<LearningModule> givenModuleWithContent(PostContent content) {
        return given(created(), added(RHYTHM, content, 0, List.of(RHYTHM)));
    }

    /** A module with {@link #NAPS}, which had {@link #RHYTHM} as well. */
    static TestExecutor<LearningModule> givenModuleWithPostRemoved() {
        return given(
                created(),
                added(RHYTHM, CONTENT, 0, List.of(RHYTHM)),
                added(NAPS, CONTENT, 1, List.of(RHYTHM, NAPS)),
                new PostRemovedFromModule(MODULE, RHYTHM, List.of(NAPS)));
    }

    static TestExecutor<LearningModule> given(Object... events) {
        return new AggregateTestFixture<>(LearningModule.class)
                .givenCurrentTime(BEFORE)
                .andGiven(events)
                .andGivenCurrentTime(NOW);
    }

    static ModuleCreated created() {
        return new ModuleCreated(MODULE, TITLE, DESCRIPTION, COLOR);
    }

    static PostAddedToModule added(PostId post, PostContent content, int ordering, List<PostId> postIds) {
        return new PostAddedToModule(MODULE, post, titleOf(post), POST_DESCRIPTION, content, ordering, postIds);
    }

    static String titleOf(PostId post) {
        return "Post " + post.value();
    }

    /** A post as it was before the command. */
    static Post post(PostId id) {
        return new Post(id, titleOf(id), POST_DESCRIPTION, CONTENT, BEFORE, BEFORE);
    }

    /** The module after a command that changed the order of its posts. */
    static ModuleState changed(long version, PostId... posts) {
        return holding(version, Stream.of(posts).map(ModuleFixture::post).toArray(Post[]::new));
    }

    /** The module after a command that changed its posts. */
    static ModuleState holding(long version, Post... posts) {
        return new ModuleState(MODULE, TITLE, DESCRIPTION, COLOR, List.of(posts), BEFORE, NOW, version);
    }

    /** The module after a command that changed nothing. */
    static ModuleState unchanged(PostId... posts) {
        List<Post> all = Stream.of(posts).map(ModuleFixture::post).toList();
        return new ModuleState(MODULE, TITLE, DESCRIPTION, COLOR, all, BEFORE, BEFORE, posts.length);
    }
}
