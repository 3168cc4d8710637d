package io.waypost.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as Waypost would, and remembers what it was asked. Ids count up over everything that is made. */
final class StubWaypost implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> titles = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger pending = new AtomicInteger();
    private final Map<String, String> passwords = new ConcurrentHashMap<>(Map.of("admin", PASSWORD));
    private volatile String refusedPath = "";

    StubWaypost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** All calls so far, without the login. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** From now on there is such a course. */
    void hasCourse(String title) {
        titles.add(title);
    }

    /** From now on somebody is called that. */
    void hasUser(String username) {
        passwords.put(username, "a secret of theirs");
    }

    /** The next changes are answered before the queries show them. */
    void lag(int answers) {
        pending.set(answers);
    }

    /** Refuses what is sent to this path. */
    void refuse(String path) {
        refusedPath = path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = MAPPER.readTree(exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            if (path.equals("/api/auth/login")) {
                signIn(exchange, body);
                return;
            }
            calls.add(new Call(method, path, body, header(exchange, "Prefer"), header(exchange, "Authorization")));
            if (path.equals(refusedPath)) {
                reply(exchange, 503, Map.of("detail", "The database is away"));
            } else if (method.equals("GET")) {
                reply(
                        exchange,
                        200,
                        titles.stream()
                                .map(title -> Map.of("id", 7, "title", title))
                                .toList());
            } else if (method.equals("PATCH")) {
                if (pending.getAndDecrement() > 0) {
                    exchange.getResponseHeaders().set("Waypost-Projection", "pending");
                }
                reply(exchange, 200, Map.of());
            } else if (path.equals("/api/users")) {
                makeUser(exchange, body);
            } else if (method.equals("PUT")) {
                reply(exchange, 200, Map.of());
            } else {
                reply(exchange, 201, Map.of("id", ids.incrementAndGet()));
            }
        }
    }

    /** The token of somebody is "token of" and the name. */
    private void signIn(HttpExchange exchange, JsonNode body) throws IOException {
        String username = body.path("username").asString();
        boolean right = body.path("password").asString("").equals(passwords.get(username));
        Map<String, String> answer = right ? Map.of("access_token", "token of " + username) : Map.of("detail", "Wrong");
        reply(exchange, right ? 200 : 401, answer);
    }

    private void makeUser(HttpExchange exchange, JsonNode body) throws IOException {
        String username = body.path("username").asString();
        if (passwords.putIfAbsent(username, body.path("password").asString()) == null) {
            reply(exchange, 201, Map.of("id", ids.incrementAndGet(), "username", username));
        } else {
            reply(exchange, 400, Map.of("code", "username_taken", "detail", "Username already exists"));
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    /** A request that came in. */
    record Call(String method, String path, JsonNode body, Optional<String> prefer, Optional<String> authorization) {

        boolean posts(String pathPattern) {
            return method.equals("POST") && path.matches(pathPattern);
        }

        /** Whether this is a learner's call, and not the admin's. */
        boolean byLearner() {
            return !authorization.equals(Optional.of("Bearer token of admin"));
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }
}
