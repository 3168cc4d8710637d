package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of the table of errors, over HTTP; 409 and 503 have tests of their own. */
@ExtendWith(SharedWaypost.class)
class ErrorTableIT {

    private Api api;
    private Authoring author;
    private RunningWaypost waypost;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost running) {
        api = signedIn;
        author = new Authoring(signedIn);
        waypost = running;
    }

    @Test
    void noTokenOrAWrongOneIs401() {
        Api nobody = Api.of(waypost.url());
        for (Api client : List.of(nobody, nobody.withToken("abc"), nobody.with("Authorization", "Basic YTpi"))) {
            Answer answer = client.get("/api/courses").expectProblem(401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
            client.post("/api/courses", Map.of()).expectProblem(401, "unauthenticated");
        }
    }

    @Test
    void aTokenThatHasExpiredIs401() {
        String token = new Tokens(waypost).expired();

        Api.of(waypost.url()).withToken(token).get("/api/courses").expectProblem(401, "unauthenticated");
    }

    @Test
    void aTokenSignedByAnotherKeyIs401() {
        Api.of(waypost.url()).withToken(Tokens.forged()).get("/api/courses").expectProblem(401, "unauthenticated");
    }

    /** Whoever may never do it learns nothing else, however wrong the input and whether or not the thing exists. */
    @ParameterizedTest
    @CsvSource({
        "user, POST, /api/courses", "manager, POST, /api/courses", "user, PATCH, /api/courses/999999",
        "manager, DELETE, /api/courses/abc", "user, POST, /api/courses/1/modules",
                "user, PUT, /api/courses/1/modules/order",
        "user, POST, /api/modules", "user, DELETE, /api/modules/1", "user, POST, /api/modules/1/posts",
        "user, PATCH, /api/posts/1", "manager, POST, /api/admin/projections/course-outline/rebuild"
    })
    void aRoleThatMayNotIs403(String role, String method, String path) {
        Api lowly = Api.of(waypost.url()).withToken(new Tokens(waypost).of(4711 + role.length(), role));

        lowly.raw(method, path, "application/json", "{ broken").expectProblem(403, "forbidden");
    }

    @Test
    void whatIsNotAssignedIs403() {
        long course = author.course("Not for everyone");
        Api parent = Api.of(waypost.url()).withToken(new Tokens(waypost).of(4711, "user"));

        parent.get("/api/courses/" + course).expectProblem(403, "forbidden");
        parent.get("/api/courses/999999999").expectProblem(404, "not_found");
        assertThat(parent.get("/api/courses").expect(200).body().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/courses/0", "/api/courses/-1", "/api/courses/9007199254740993",
                        "/api/courses/99999999999999999999",
                "/api/modules/0", "/api/posts/999999999", "/api/nothing", "/api/courses/999999999/modules"
            })
    void whatDoesNotExistIs404(String path) {
        api.get(path).expectProblem(404, "not_found");
    }

    @Test
    void commandsOnWhatDoesNotExistAre404() {
        api.patch("/api/courses/99999999999999999999", Map.of("title", "A")).expectProblem(404, "not_found");
        api.delete("/api/courses/0").expectProblem(404, "not_found");
        long course = author.course("A");
        api.post(Authoring.modulesOf(course), Map.of("module_id", 999_999_999)).expectProblem(404, "not_found");
        api.delete(Authoring.modulesOf(course) + "/999999999").expectProblem(404, "not_found");
        api.post("/api/admin/projections/nothing/rebuild", Map.of()).expectProblem(404, "not_found");
    }

    @Test
    void aRuleThatSaysNoIs400AndChangesNothing() {
        long course = author.courseWith(2);
        List<Long> order = author.order(course);
        String modules = Authoring.modulesOf(course);

        api.post("/api/courses", Map.of("title", " \t ")).expectProblem(400, "text_blank");
        assertThat(api.patch("/api/courses/" + course, Map.of("title", ""))
                        .expectProblem(400, "text_blank")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("Course title cannot be empty");
        api.post("/api/modules", Map.of("title", "")).expectProblem(400, "text_blank");
        api.post(modules, Map.of("module_id", order.getFirst())).expectProblem(400, "module_already_in_course");
        api.patch(modules + "/" + order.getFirst(), Map.of("after", 999_999_999))
                .expectProblem(400, "predecessor_not_in_course");
        api.put(modules + "/order", Map.of("module_ids", List.of(order.getFirst())))
                .expectProblem(400, "not_a_permutation");
        api.put(modules + "/order", Map.of("module_ids", List.of(order.getFirst(), order.getFirst())))
                .expectProblem(400, "not_a_permutation");

        assertThat(author.order(course)).isEqualTo(order);
        assertThat(api.get("/api/courses/" + course).expect(200).etag()).isEqualTo("\"2\"");
    }

    @Test
    void malformedInputIs422AndNamesTheField() {
        long course = author.courseWith(1);
        String modules = Authoring.modulesOf(course);
        Map<String, Object> nullTitle = new HashMap<>();
        nullTitle.put("title", null);

        invalid(api.post("/api/courses", Map.of()), "title");
        invalid(api.post("/api/courses", nullTitle), "title");
        invalid(api.post("/api/courses", Map.of("title", 5)), "title");
        invalid(api.post("/api/courses", Map.of("title", List.of("a"))), "title");
        invalid(api.post("/api/courses", Map.of("title", "x".repeat(201))), "title");
        invalid(api.post("/api/courses", Map.of("title", "a\u0000b")), "title");
        invalid(api.post("/api/courses", Map.of("title", "A", "description", "x".repeat(5001))), "description");
        invalid(api.patch("/api/courses/" + course, nullTitle), "title");
        invalid(api.patch("/api/courses/abc", Map.of()), "id");
        invalid(api.get("/api/courses/abc"), "id");
        invalid(api.post(modules, Map.of()), "module_id");
        invalid(api.post(modules, Map.of("module_id", "5")), "module_id");
        invalid(api.post(modules, Map.of("module_id", 1.5)), "module_id");
        invalid(api.patch(modules + "/1", Map.of("ordering", 1, "after", 1)), "ordering");
        invalid(api.patch(modules + "/1", Map.of("ordering", "first")), "ordering");
        invalid(api.put(modules + "/order", Map.of()), "module_ids");
        invalid(api.post("/api/modules", Map.of("title", "A", "color", "red")), "color");
        invalid(api.raw("POST", "/api/courses", "application/json", ""), "body");
        invalid(api.raw("POST", "/api/courses", "application/json", "{\"title\":"), "body");
        invalid(api.raw("POST", "/api/courses", "application/json", "[]"), "body");

        assertThat(api.get("/api/courses/" + course).expect(200).etag()).isEqualTo("\"1\"");
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() {
        api.put("/api/courses", Map.of()).expectProblem(405, "method_not_allowed");
        api.raw("POST", "/api/courses", "text/plain", "x").expectProblem(415, "unsupported_media_type");
        assertThat(api.get("/api//courses;x=1").status()).isEqualTo(400);
        api.get("/api//courses;x=1").expectProblem(400, "bad_request");
    }

    @Test
    void tooManyFailedLoginsAre429ForThatNameOnly() {
        Api nobody = Api.of(waypost.url());
        Map<String, String> wrong = Map.of("username", "Guessed-" + waypost.hashCode(), "password", "wrong password");
        for (int i = 0; i < 10; i++) {
            Answer answer = nobody.post("/api/auth/login", wrong).expectProblem(401, "wrong_credentials");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        }

        Answer refused = nobody.post("/api/auth/login", wrong).expectProblem(429, "too_many_attempts");

        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        nobody.signedInAsAdmin().get("/api/auth/me").expect(200);
    }

    @Test
    void aDisabledAccountIs403() {
        waypost.context().getBean(JdbcClient.class).sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, is_active, created_at, updated_at)
                        select 999999, 'disabled', 'disabled@waypost.invalid', password_hash, 'user', false, now(), now()
                          from waypost_write.account where username = 'admin'
                        on conflict do nothing""").update();

        Api.of(waypost.url())
                .post("/api/auth/login", Map.of("username", "disabled", "password", Api.ADMIN_PASSWORD))
                .expectProblem(403, "account_disabled");
    }

    @Test
    void aStaleTokenKeepsNobodyFromSigningIn() {
        Api stale = Api.of(waypost.url()).withToken(new Tokens(waypost).expired());

        stale.post("/api/auth/login", Map.of("username", "admin", "password", Api.ADMIN_PASSWORD))
                .expect(200);
        stale.get("/actuator/health").expect(200);
    }

    private static void invalid(Answer answer, String field) {
        answer.expectProblem(422, "invalid_input");
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .as("%s", answer.text())
                .contains(field);
        assertThat(answer.body().path("errors").findValuesAsString("message")).noneMatch(String::isBlank);
    }
}
