package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Courses and the order of their modules, as the contract has them. */
@ExtendWith(SharedWaypost.class)
class CourseApiIT {

    private Api api;
    private Authoring author;

    @BeforeEach
    void signIn(Api signedIn) {
        api = signedIn;
        author = new Authoring(signedIn);
    }

    @Test
    void aNewCourseCanBeReadAtOnce() {
        Answer created = api.post("/api/courses", Map.of("title", "  Three Moves Ahead ", "description", "For parents"))
                .expect(201);

        assertThat(created.body().path("title").asString()).isEqualTo("Three Moves Ahead");
        assertThat(created.body().path("module_count").asInt()).isZero();
        assertThat(created.header("location")).hasValue("/api/courses/" + created.id());
        assertThat(created.header("Waypost-Projection")).isEmpty();
        Answer read = api.get("/api/courses/" + created.id()).expect(200);
        assertThat(read.etag()).isEqualTo(created.etag()).isEqualTo("\"0\"");
        assertThat(read.body().path("modules").isArray()).isTrue();
        for (String field : List.of("id", "title", "description", "created_at", "updated_at", "module_count")) {
            assertThat(read.body().get(field))
                    .as(field)
                    .isEqualTo(created.body().get(field));
        }
        assertThat(Long.parseLong(read.header("Waypost-As-Of").orElseThrow()))
                .isGreaterThanOrEqualTo(created.position());
        assertThat(api.get("/api/courses").expect(200).body().findValuesAsString("id"))
                .contains(String.valueOf(created.id()));
    }

    /** In one piece: in chunks it would be two packets, and the client would wake up for each. */
    @Test
    void theAnswerToACommandSaysHowLongItIs() {
        Answer created = api.post("/api/courses", Map.of("title", "Whole")).expect(201);

        assertThat(created.header("Content-Length"))
                .hasValue(String.valueOf(created.text().getBytes(StandardCharsets.UTF_8).length));
        assertThat(created.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void aPatchChangesOnlyWhatIsPresent() {
        long id = api.post("/api/courses", Map.of("title", "A", "description", "D"))
                .expect(201)
                .id();
        String path = "/api/courses/" + id;

        Answer unchanged = api.patch(path, Map.of()).expect(200);
        assertThat(unchanged.etag()).isEqualTo("\"0\"");
        assertThat(unchanged.body().path("description").asString()).isEqualTo("D");

        assertThat(api.patch(path, Map.of("title", "B"))
                        .expect(200)
                        .body()
                        .path("description")
                        .asString())
                .isEqualTo("D");
        Answer cleared = api.patch(path, Map.of("description", "")).expect(200);
        assertThat(cleared.body().path("description").isNull()).isTrue();
        assertThat(cleared.body().path("title").asString()).isEqualTo("B");
        assertThat(api.get(path).expect(200).body().path("title").asString()).isEqualTo("B");
    }

    @Test
    void aStaleIfMatchChangesNothing() {
        long id = author.course("A");
        String path = "/api/courses/" + id;
        String etag = api.get(path).expect(200).etag();
        api.with("If-Match", etag).patch(path, Map.of("title", "B")).expect(200);

        api.with("If-Match", etag).patch(path, Map.of("title", "C")).expectProblem(412, "stale_version");
        api.with("If-Match", "\"abc\"").delete(path).expectProblem(412, "stale_version");

        assertThat(api.get(path).expect(200).body().path("title").asString()).isEqualTo("B");
        api.with("If-Match", "*").patch(path, Map.of("title", "D")).expect(200);
    }

    @Test
    void modulesStandWhereTheyArePut() {
        long course = author.course("Order");
        long a = author.module("A");
        long b = author.module("B");
        long c = author.module("C");
        author.add(course, a);
        author.add(course, b);
        String modules = Authoring.modulesOf(course);

        Answer inserted =
                api.post(modules, Map.of("module_id", c, "ordering", 0)).expect(201);
        assertThat(Authoring.order(inserted, "module_id")).containsExactly(c, a, b);

        Answer moved = api.patch(modules + "/" + c, Map.of("ordering", 99)).expect(200);
        assertThat(Authoring.order(moved, "module_id")).containsExactly(a, b, c);
        assertThat(moved.body()).isEqualTo(api.get(modules).expect(200).body());

        assertThat(Authoring.order(
                        api.patch(modules + "/" + c, Map.of("after", a)).expect(200), "module_id"))
                .containsExactly(a, c, b);
        assertThat(Authoring.order(
                        api.patch(modules + "/" + c, Map.of("after", c)).expect(200), "module_id"))
                .containsExactly(a, c, b);
        assertThat(Authoring.order(api.patch(modules + "/" + c, Map.of()).expect(200), "module_id"))
                .containsExactly(a, c, b);
        Map<String, Object> toTheFront = new HashMap<>();
        toTheFront.put("after", null);
        assertThat(Authoring.order(api.patch(modules + "/" + b, toTheFront).expect(200), "module_id"))
                .containsExactly(b, a, c);
        Answer reordered = api.put(modules + "/order", Map.of("module_ids", List.of(c, b, a)))
                .expect(200);
        assertThat(Authoring.order(reordered, "module_id")).containsExactly(c, b, a);
        assertThat(reordered.body()).isEqualTo(api.get(modules).expect(200).body());

        api.delete(modules + "/" + b).expect(204);
        assertThat(author.order(course)).containsExactly(c, a);
    }

    @Test
    void oneModuleStandsInManyCoursesAtDifferentPlaces() {
        long shared = author.module("Shared");
        long first = author.course("First");
        long second = author.course("Second");
        author.add(first, shared);
        author.add(first, author.module("Other"));
        author.add(second, author.module("Another"));
        author.add(second, shared);

        Answer module = api.get("/api/modules/" + shared).expect(200);

        assertThat(module.body().path("courses").toString())
                .contains("\"course_id\":" + first + ",\"course_title\":\"First\",\"ordering\":0")
                .contains("\"course_id\":" + second + ",\"course_title\":\"Second\",\"ordering\":1");
        api.delete("/api/courses/" + first).expect(204);
        api.get("/api/courses/" + first).expectProblem(404, "not_found");
        assertThat(api.get("/api/modules/" + shared)
                        .expect(200)
                        .body()
                        .path("courses")
                        .size())
                .isOne();
    }

    @Test
    void aDeletedModuleIsGoneFromEveryCourseAtOnce() {
        long first = author.courseWith(2);
        long second = author.courseWith(1);
        long module = author.module("Leaves");
        api.post(Authoring.modulesOf(first), Map.of("module_id", module, "ordering", 1))
                .expect(201);
        author.add(second, module);

        Answer deleted = api.delete("/api/modules/" + module).expect(204);

        assertThat(deleted.header("Waypost-Projection")).isEmpty();
        assertThat(author.order(first)).hasSize(2).doesNotContain(module);
        assertThat(author.order(second)).hasSize(1).doesNotContain(module);
        assertThat(api.get("/api/courses/" + first)
                        .expect(200)
                        .body()
                        .path("module_count")
                        .asInt())
                .isEqualTo(2);
        api.get("/api/modules/" + module).expectProblem(404, "not_found");
        api.post(Authoring.modulesOf(first), Map.of("module_id", module)).expectProblem(404, "not_found");
    }

    @Test
    void aRespondAsyncCommandDoesNotWait() {
        Answer answer = api.with("Prefer", "respond-async")
                .post("/api/courses", Map.of("title", "Soon"))
                .expect(201);

        assertThat(answer.header("Preference-Applied")).hasValue("respond-async");
        assertThat(answer.header("Waypost-Position")).isPresent();
    }
}
