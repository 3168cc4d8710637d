package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * One of many authors who move and reorder the modules of the same course and give it other titles, all at the same time. No
 * order can be foretold, but no module may be lost and every answer must be dense. Nobody adds modules meanwhile: who reorders
 * must name exactly those that are there.
 */
final class HotAuthoring implements Load.Client {

    private final Http http;
    private final String token;
    private final long course;
    private final List<Long> modules;
    private final Random random;

    HotAuthoring(Service service, String token, long course, List<Long> modules, long seed) {
        this.http = new Http(service.url());
        this.token = token;
        this.course = course;
        this.modules = modules;
        this.random = new Random(seed);
    }

    @Override
    public void once() {
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                long module = modules.get(random.nextInt(modules.size()));
                check(send("PATCH", "/modules/" + module, Map.of("ordering", random.nextInt(modules.size()))));
            }
            case 2 -> {
                List<Long> order = new ArrayList<>(modules);
                Collections.shuffle(order, random);
                check(send("PUT", "/modules/order", Map.of("module_ids", order)));
            }
            default -> {
                String title = "Title " + random.nextInt(1_000_000);
                send("PATCH", "", Map.of("title", title)).saying("\"title\":\"" + title + "\"");
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer send(String method, String path, Map<String, Object> body) {
        return http.send(Request.of(method, "/api/courses/" + course + path, token)
                        .withBody("application/json", Client.json(body))
                        .respondAsync())
                .expect(200);
    }

    private void check(Answer answer) {
        List<Long> order = new ArrayList<>();
        for (JsonNode module : answer.json()) {
            if (module.path("ordering").asInt() != order.size()) {
                throw new IllegalStateException("Not dense: " + answer.body());
            }
            order.add(module.path("module_id").asLong());
        }
        if (order.size() != modules.size() || !new HashSet<>(order).equals(new HashSet<>(modules))) {
            throw new IllegalStateException("Not the modules of the course: " + answer.body());
        }
    }
}
