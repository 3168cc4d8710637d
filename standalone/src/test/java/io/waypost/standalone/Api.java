package io.waypost.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A client of the service.
 *
 * @param writes where commands go
 * @param reads where queries go: the same, or a node of the query side
 * @param headers what it sends with each request, name after name and value
 */
record Api(HttpClient http, String writes, String reads, List<String> headers) {

    static final String ADMIN_PASSWORD = "correct horse battery";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Api of(String url) {
        return of(url, url);
    }

    static Api of(String writes, String reads) {
        return new Api(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build(), writes, reads, List.of());
    }

    Api signedInAsAdmin() {
        Answer answer = post("/api/auth/login", Map.of("username", "admin", "password", ADMIN_PASSWORD))
                .expect(200);
        return withToken(answer.body().path("access_token").asString());
    }

    Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same client without its token. */
    Api anonymous() {
        return new Api(http, writes, reads, List.of());
    }

    /** The same client, with its token, of another process. */
    Api at(String url) {
        return new Api(http, url, url, headers);
    }

    Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(http, writes, reads, List.copyOf(more));
    }

    Answer get(String path) {
        return send(request(reads, path).GET());
    }

    Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    /** Without a body, and so without a media type. */
    Answer post(String path) {
        return send(request(writes, path).POST(BodyPublishers.noBody()));
    }

    Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    Answer delete(String path) {
        return send(request(writes, path).DELETE());
    }

    /** Sends a body as it is, of a media type. */
    Answer raw(String method, String path, String contentType, String body) {
        return send(request(writes, path)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body)));
    }

    private Answer json(String method, String path, Object body) {
        return raw(method, path, "application/json", JSON.writeValueAsString(body));
    }

    private HttpRequest.Builder request(String base, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(5));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), parse(response.body()), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
