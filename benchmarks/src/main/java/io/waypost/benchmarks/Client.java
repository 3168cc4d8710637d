package io.waypost.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the service as its admin, over one connection for each thread that asks. */
final class Client implements AutoCloseable {

    private static final Duration ANSWERING = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    Client(Service service) {
        this.url = service.url();
        HttpRequest login = HttpRequest.newBuilder(URI.create(url + "/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared()
                        .writeValueAsString(Map.of("username", "admin", "password", Service.ADMIN_PASSWORD))))
                .build();
        this.token = send(login, 200).path("access_token").asString();
    }

    JsonNode get(String path) {
        return send(request(path).GET().build(), 200);
    }

    /** Waits until the views have folded in all that has happened. */
    void awaitViews() {
        while (lag() > 0) {
            pause();
        }
    }

    private long lag() {
        long most = 0;
        for (JsonNode projection : get("/api/admin/projections")) {
            if (projection.path("kind").asString().equals("view")) {
                most = Math.max(most, projection.path("lag").asLong());
            }
        }
        return most;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Changes something, and waits for the views. */
    JsonNode patch(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                "PATCH",
                                BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                        .build(),
                200);
    }

    /** Sends JSON; the answer must have the status. */
    JsonNode post(String path, Object body, int status) {
        return post(path, "application/json", JsonMapper.shared().writeValueAsString(body), status);
    }

    /** Sends a body of a media type, without waiting for the views; the answer must have the status. */
    JsonNode post(String path, String mediaType, String body, int status) {
        return send(
                request(path)
                        .header("Content-Type", mediaType)
                        .header("Prefer", "respond-async")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                status);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWERING)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request, int status) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != status) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
