package io.waypost.query.testing;

import static org.awaitility.Awaitility.await;

import io.waypost.query.QuerySideApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running query node. */
public final class QueryNode implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private QueryNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node on the database, with further properties as {@code name=value}. */
    public static QueryNode start(TestDatabase database, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=query-side", "--spring.datasource.url=" + database.url(), "--server.port=0"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new QueryNode(new SpringApplicationBuilder(QuerySideApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new)));
    }

    /** A bean of the node. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a kind. */
    public <T> Stream<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values().stream();
    }

    /**
     * An answer.
     *
     * @param status the status
     * @param raw the answer itself
     * @param body the body, if it is JSON
     */
    public record Answer(int status, HttpResponse<String> raw, JsonNode body) {

        /** A header, empty if it is not there. */
        public Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    /** Asks with a token. */
    public Answer get(String path, String token) {
        return get(path, Map.of("Authorization", "Bearer " + token));
    }

    /** Asks with these headers. */
    public Answer get(String path, Map<String, String> headers) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(1));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), response, JSON.readTree(json ? response.body() : "null"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until answers reflect the event at a position. */
    public void awaitPosition(long position, String token) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get("/api/courses", token)
                        .header("Waypost-As-Of")
                        .map(Long::parseLong)
                        .filter(asOf -> asOf >= position)
                        .isPresent());
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
