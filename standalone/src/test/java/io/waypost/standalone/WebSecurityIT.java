package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and bodies that are too large. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSecurityIT {

    private static final String OURS = "https://app.example.org";
    private static final int LIMIT = 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningWaypost waypost;
    private Api admin;

    @BeforeAll
    void start() {
        // Browsers' headers, which Java's client sends only when told to.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin,access-control-request-method");
        waypost = SharedWaypost.start("--waypost.cors.allowed-origins=" + OURS + ",https://admin.example.org");
        admin = Api.of(waypost.url()).signedInAsAdmin();
    }

    @AfterAll
    void stop() {
        http.close();
        waypost.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/login", "/api/users/1", "/api/courses"})
    void aPageOfAnAllowedOriginMayCall(String path) throws Exception {
        HttpResponse<String> answer = preflight(path, OURS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(OURS);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed).containsIgnoringCase("authorization"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org", "http://app.example.org", "null"})
    void aPageOfAnotherOriginMayNot(String origin) throws Exception {
        HttpResponse<String> answer = preflight("/api/auth/login", origin);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void thePageMayReadTheHeadersOfTheContract() {
        Answer answer = admin.with("Origin", OURS).get("/api/courses").expect(200);

        assertThat(answer.header("Access-Control-Allow-Origin")).contains(OURS);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed)
                        .contains("ETag", "Waypost-Position", "Waypost-Projection", "Waypost-As-Of", "Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/courses", "/api/auth/me", "/.well-known/jwks.json", "/actuator/health"})
    void everyAnswerHasTheHeadersThatProtectBrowsers(String path) {
        Answer answer = admin.get(path).expect(200);

        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(answer.header("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 3 * LIMIT})
    void aBodyOverOneMebibyteIs413(int size) {
        admin.raw("POST", "/api/modules", "application/json", body(size)).expectProblem(413, "content_too_large");
        Api.of(waypost.url())
                .raw("POST", "/api/auth/login", "application/json", body(size))
                .expectProblem(413, "content_too_large");
    }

    @Test
    void aBodyOfOneMebibyteIsRead() {
        admin.raw("POST", "/api/modules", "application/json", body(LIMIT)).expect(201);
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIs413AsWell() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(waypost.url() + "/api/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body(2 * LIMIT).getBytes(StandardCharsets.UTF_8))))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("content_too_large");
    }

    @Test
    void anErrorTellsNothingAboutTheInside() {
        Answer answer = admin.post("/api/users", Map.of("username", 5)).expectProblem(422, "invalid_input");

        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    private HttpResponse<String> preflight(String path, String origin) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(waypost.url() + path))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** A module whose body has that many bytes, most of them in a field that nobody reads. */
    private static String body(int size) {
        String start = "{\"title\":\"Large\",\"padding\":\"";
        String end = "\"}";
        return start + "x".repeat(size - start.length() - end.length()) + end;
    }
}
