package io.waypost.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Waypost, spoken to as somebody who has signed in. */
final class Waypost implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_ERROR = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
    private final JsonMapper mapper = JsonMapper.shared();
    private final URI url;
    private final String token;

    private Waypost(Settings settings) {
        this.url = settings.url();
        this.token = signIn(settings);
    }

    /**
     * Signs in.
     *
     * @throws DemoFailed if nothing answers there, or the name or the password is wrong
     */
    static Waypost signedIn(Settings settings) {
        return new Waypost(settings);
    }

    /** The same Waypost, spoken to as somebody else. */
    Waypost signedIn(String username, String password) {
        return new Waypost(new Settings(url, username, password, Optional.empty()));
    }

    /** What a query answers. */
    JsonNode get(String path) {
        return json(send(authorized(path).GET()));
    }

    /** Makes something and answers with it at once, without waiting for the queries to show it. */
    JsonNode post(String path, Object body) {
        return json(
                send(authorized(path).header("Prefer", "respond-async").POST(BodyPublishers.ofString(write(body)))));
    }

    /** Sets something, at once as well. */
    void put(String path, Object body) {
        send(authorized(path).header("Prefer", "respond-async").PUT(BodyPublishers.ofString(write(body))));
    }

    /**
     * Waits until the queries show everything that was sent. Waypost answers a command when they show it; a change of
     * nothing is a command too.
     *
     * @param path something that can be changed
     * @return false if they need longer than Waypost lets a command wait
     */
    boolean queriesShowAll(String path) {
        HttpResponse<String> response = send(authorized(path).method("PATCH", BodyPublishers.ofString("{}")));
        return response.headers().firstValue("Waypost-Projection").isEmpty();
    }

    @Override
    public void close() {
        http.close();
    }

    private String signIn(Settings settings) {
        Map<String, String> credentials = Map.of("username", settings.username(), "password", settings.password());
        HttpRequest.Builder login = request("/api/auth/login").POST(BodyPublishers.ofString(write(credentials)));
        HttpResponse<String> response = exchange(login.build());
        if (response.statusCode() == UNAUTHORIZED) {
            throw new DemoFailed("The username or the password is wrong: please check WAYPOST_ADMIN_USERNAME ("
                    + settings.username() + ") and WAYPOST_ADMIN_PASSWORD");
        }
        refuseErrors("POST /api/auth/login", response);
        return json(response).path("access_token").asString();
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWERING).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = exchange(request);
        refuseErrors(request.method() + " " + request.uri().getPath(), response);
        return response;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoFailed(
                    "Waypost does not answer at " + url + ": is it running there? (WAYPOST_URL says where)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted");
        }
    }

    private void refuseErrors(String what, HttpResponse<String> response) {
        if (response.statusCode() >= FIRST_ERROR) {
            String detail = told("detail", response);
            throw new Refused(
                    "Waypost refused " + what + " with " + response.statusCode()
                            + (detail.isEmpty() ? "" : ": " + detail),
                    told("code", response));
        }
    }

    private String told(String field, HttpResponse<String> problem) {
        try {
            return mapper.readTree(problem.body()).path(field).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private JsonNode json(HttpResponse<String> response) {
        try {
            return mapper.readTree(response.body());
        } catch (JacksonException e) {
            throw new DemoFailed("What answers at " + url + " is not Waypost: "
                    + response.uri().getPath() + " gives no JSON");
        }
    }

    private String write(Object body) {
        return mapper.writeValueAsString(body);
    }
}
