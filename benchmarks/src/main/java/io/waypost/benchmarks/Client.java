package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the service as its admin, in one thread. */
final class Client implements AutoCloseable {

    private static final String JSON = "application/json";

    private final Http http;
    private final String token;

    Client(Service service) {
        this.http = new Http(service.url());
        String login = json(Map.of("username", "admin", "password", Service.ADMIN_PASSWORD));
        this.token = http.send(
                        new Request("POST", "/api/auth/login", Optional.empty(), false, JSON, Optional.of(login)))
                .expect(200)
                .json()
                .path("access_token")
                .asString();
    }

    /** The token of the admin. */
    String token() {
        return token;
    }

    JsonNode get(String path) {
        return http.send(Request.of("GET", path, token)).expect(200).json();
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
        return http.send(Request.of("PATCH", path, token).withBody(JSON, json(body)))
                .expect(200)
                .json();
    }

    /** Sends JSON; the answer must have the status. */
    JsonNode post(String path, Object body, int status) {
        return post(path, JSON, json(body), status);
    }

    /** Sends a body of a media type, without waiting for the views; the answer must have the status. */
    JsonNode post(String path, String mediaType, String body, int status) {
        return http.send(Request.of("POST", path, token)
                        .withBody(mediaType, body)
                        .respondAsync())
                .expect(status)
                .json();
    }

    @Override
    public void close() {
        http.close();
    }

    static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
