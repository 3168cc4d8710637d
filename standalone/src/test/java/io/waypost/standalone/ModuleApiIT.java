package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Modules and their posts, as the contract has them. */
@ExtendWith(SharedWaypost.class)
class ModuleApiIT {

    private static final Map<String, Object> TEXT = Map.of("text", "Babies sleep in short stretches.");
    private static final Map<String, Object> VIDEO =
            Map.of("url", "https://example.org/v", "duration_seconds", 90, "required_watch_percent", 80);
    private static final Map<String, Object> ATTACHMENT = Map.of(
            "url",
            "https://example.org/a.pdf",
            "file_name",
            "a.pdf",
            "media_type",
            "application/pdf",
            "size_bytes",
            12);
    private static final Map<String, Object> QUIZ = Map.of(
            "pass_percent",
            50,
            "questions",
            List.of(Map.of(
                    "text",
                    "How often?",
                    "kind",
                    "single",
                    "options",
                    List.of(Map.of("text", "Daily", "correct", true), Map.of("text", "Never", "correct", false)))));

    private Api api;
    private Authoring author;

    @BeforeEach
    void signIn(Api signedIn) {
        api = signedIn;
        author = new Authoring(signedIn);
    }

    @Test
    void aModuleIsMadeRevisedAndDeleted() {
        Answer created = api.post("/api/modules", Map.of("title", "Sleep", "description", "D", "color", "#a0B1c2"))
                .expect(201);
        String path = "/api/modules/" + created.id();

        assertThat(created.header("location")).hasValue(path);
        Answer revised =
                api.patch(path, Map.of("color", "", "title", "Better sleep")).expect(200);
        assertThat(revised.body().path("color").isNull()).isTrue();
        assertThat(revised.body().path("description").asString()).isEqualTo("D");
        Answer read = api.get(path).expect(200);
        assertThat(read.body().path("title").asString()).isEqualTo("Better sleep");
        assertThat(read.etag()).isEqualTo(revised.etag());
        api.with("If-Match", created.etag()).patch(path, Map.of("title", "X")).expectProblem(412, "stale_version");
        api.delete(path).expect(204);
        api.get(path).expectProblem(404, "not_found");
        api.patch(path, Map.of("title", "X")).expectProblem(404, "not_found");
    }

    @Test
    void postsOfAllFourTypesReadAsTheyWereWritten() {
        long module = author.module("Four types");

        for (var post : Map.of("default", TEXT, "video", VIDEO, "attachment", ATTACHMENT, "quiz", QUIZ)
                .entrySet()) {
            Answer created = api.post(
                            postsOf(module),
                            Map.of("title", post.getKey(), "type", post.getKey(), "content", post.getValue()))
                    .expect(201);
            assertThat(created.body().path("content").has("type")).isFalse();
            Answer read = api.get("/api/posts/" + created.id()).expect(200);
            assertThat(read.body()).isEqualTo(created.body());
            assertThat(read.etag()).isEqualTo(created.etag());
        }

        Answer read = api.get("/api/modules/" + module).expect(200);
        assertThat(read.body().path("post_count").asInt()).isEqualTo(4);
        assertThat(Authoring.order(api.put(postsOf(module) + "/order", Map.of("post_ids", ids(read))), "id"))
                .isEqualTo(ids(read));
    }

    @Test
    void postsAreMovedReorderedRevisedAndRemoved() {
        long module = author.module("Ordered");
        long a = author.post(module, "A");
        long b = author.post(module, "B");
        long c = author.post(module, "C");
        String posts = postsOf(module);

        assertThat(Authoring.order(
                        api.patch(posts + "/" + c, Map.of("ordering", 0)).expect(200), "id"))
                .containsExactly(c, a, b);
        assertThat(Authoring.order(
                        api.patch(posts + "/" + c, Map.of("after", a)).expect(200), "id"))
                .containsExactly(a, c, b);
        Answer reordered =
                api.put(posts + "/order", Map.of("post_ids", List.of(b, a, c))).expect(200);
        assertThat(reordered.body())
                .isEqualTo(api.get("/api/modules/" + module).expect(200).body().path("posts"));
        Answer revised = api.patch("/api/posts/" + a, Map.of("title", "A2", "content", Map.of("text", "New")))
                .expect(200);
        assertThat(revised.body().path("ordering").asInt()).isEqualTo(1);
        assertThat(api.get("/api/posts/" + a).expect(200).body()).isEqualTo(revised.body());
        api.delete("/api/posts/" + a).expect(204);
        api.get("/api/posts/" + a).expectProblem(404, "not_found");
        assertThat(ids(api.get("/api/modules/" + module).expect(200))).containsExactly(b, c);
        api.delete("/api/modules/" + module).expect(204);
        api.get("/api/posts/" + b).expectProblem(404, "not_found");
    }

    @Test
    void whatIsNoPostIsRefusedAndChangesNothing() {
        long module = author.module("Strict");
        long post = author.post(module, "Text");
        String etag = api.get("/api/modules/" + module).expect(200).etag();

        api.post(postsOf(module), Map.of("title", "P", "type", "poem", "content", TEXT))
                .expectProblem(422, "invalid_input");
        api.post(postsOf(module), Map.of("title", "P", "type", "video", "content", TEXT))
                .expectProblem(422, "invalid_input");
        api.post(postsOf(module), Map.of("title", " ", "type", "default", "content", TEXT))
                .expectProblem(400, "text_blank");
        api.post(postsOf(999_999_999), Map.of("title", "P", "type", "default", "content", TEXT))
                .expectProblem(404, "not_found");
        api.patch("/api/posts/" + post, Map.of("type", "video", "content", VIDEO))
                .expectProblem(422, "invalid_input");
        api.patch(postsOf(module) + "/" + post, Map.of("after", 999_999_999))
                .expectProblem(400, "predecessor_not_in_module");
        api.put(postsOf(module) + "/order", Map.of("post_ids", List.of())).expectProblem(400, "not_a_permutation");
        api.delete("/api/posts/999999999").expectProblem(404, "not_found");

        assertThat(api.get("/api/modules/" + module).expect(200).etag()).isEqualTo(etag);
    }

    private static String postsOf(long module) {
        return "/api/modules/" + module + "/posts";
    }

    private static List<Long> ids(Answer module) {
        return module.body().path("posts").findValuesAsString("id").stream()
                .map(Long::valueOf)
                .toList();
    }
}
