package io.waypost.command.module;

import static io.waypost.command.module.ModuleFixture.BEFORE;
import static io.waypost.command.module.ModuleFixture.CONTENT;
import static io.waypost.command.module.ModuleFixture.NAPS;
import static io.waypost.command.module.ModuleFixture.NOW;
import static io.waypost.command.module.ModuleFixture.RHYTHM;
import static io.waypost.command.module.ModuleFixture.holding;
import static io.waypost.command.module.ModuleFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.command.module.ModuleController.ModuleBody;
import io.waypost.command.module.ModulePostsController.ModulePostBody;
import io.waypost.command.module.PostController.PostChange;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of requests and answers about modules. */
class ModuleJsonTest {

    private static final JsonMapper MAPPER = RequestJson.mapper();
    private static final ModuleState MODULE_STATE = holding(
            3,
            post(RHYTHM),
            new Post(
                    NAPS,
                    "Naps",
                    Optional.empty(),
                    new VideoContent("https://cdn.example.org/a.mp4", 240, Optional.empty()),
                    BEFORE,
                    NOW));

    @Test
    void writesModule() {
        assertThat(written(ModuleBody.of(MODULE_STATE))).isEqualTo(MAPPER.readTree("""
                {"id": 7, "title": "Sleep", "description": "How babies sleep", "color": "#3366CC",
                 "created_at": "2026-03-01T08:00:00Z", "updated_at": "2026-03-02T09:30:00Z", "post_count": 2}"""));
    }

    @Test
    void writesTypeOfPostBesideItsContent() {
        assertThat(written(PostBody.of(MODULE_STATE, NAPS))).isEqualTo(MAPPER.readTree("""
                {"id": 71, "module_id": 7, "title": "Naps", "description": null, "type": "video",
                 "content": {"url": "https://cdn.example.org/a.mp4", "duration_seconds": 240,
                             "required_watch_percent": null},
                 "ordering": 1, "created_at": "2026-03-01T08:00:00Z", "updated_at": "2026-03-02T09:30:00Z"}"""));
    }

    @Test
    void writesPostsInOrder() {
        assertThat(written(ModulePostBody.allOf(MODULE_STATE))).isEqualTo(MAPPER.readTree("""
                [{"id": 70, "title": "Post 70", "description": "In short", "type": "default", "ordering": 0},
                 {"id": 71, "title": "Naps", "description": null, "type": "video", "ordering": 1}]"""));
    }

    @Test
    void readsWhatItWrites() {
        PostBody post = PostBody.of(MODULE_STATE, RHYTHM);
        JsonNode content = written(post).get("content");

        assertThat(new ContentReader(MAPPER).read(post.type(), content)).isEqualTo(CONTENT);
    }

    @Test
    void tellsAbsentFieldsOfPostFromNull() {
        PostChange nothing = MAPPER.readValue("{}", PostChange.class);
        PostChange cleared = MAPPER.readValue("{\"description\": null, \"content\": null}", PostChange.class);

        assertThat(nothing.title().isPresent()).isFalse();
        assertThat(nothing.content().isPresent()).isFalse();
        assertThat(cleared.description().isPresent()).isTrue();
        assertThat(cleared.content().isPresent()).isTrue();
    }

    private static JsonNode written(Object answer) {
        return MAPPER.readTree(MAPPER.writeValueAsString(answer));
    }
}
