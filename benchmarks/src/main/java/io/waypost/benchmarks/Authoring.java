package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An author who adds modules to courses, moves, reorders and removes them and gives the courses other titles. The author
 * knows the order that each course must have by now, and looks at each answer.
 */
final class Authoring implements Load.Client {

    private static final int MOST_MODULES = 15;

    private final Http http;
    private final String token;
    private final Random random;
    private final List<Long> modules;
    private final List<Edited> courses;

    /** A course and the modules it must have, in order. */
    record Edited(long id, List<Long> modules) {}

    /**
     * @param courses which nobody else changes meanwhile
     * @param modules which may be added to them
     */
    Authoring(Service service, String token, List<Edited> courses, List<Long> modules, long seed) {
        this.http = new Http(service.url());
        this.token = token;
        this.courses = courses;
        this.modules = modules;
        this.random = new Random(seed);
    }

    @Override
    public void once() {
        Edited course = courses.get(random.nextInt(courses.size()));
        switch (random.nextInt(5)) {
            case 0 -> addOrRemove(course);
            case 1, 2 -> move(course);
            case 3 -> reorder(course);
            default -> revise(course);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private void addOrRemove(Edited course) {
        List<Long> present = course.modules();
        long module = modules.get(random.nextInt(modules.size()));
        if (present.contains(module) || present.size() >= MOST_MODULES) {
            long removed = present.remove(random.nextInt(present.size()));
            send("DELETE", course, "/modules/" + removed).expect(204);
        } else {
            int ordering = random.nextInt(present.size() + 1);
            present.add(ordering, module);
            check(course, send("POST", course, "/modules", Map.of("module_id", module, "ordering", ordering)), 201);
        }
    }

    private void move(Edited course) {
        List<Long> present = course.modules();
        if (present.isEmpty()) {
            return;
        }
        long module = present.remove(random.nextInt(present.size()));
        int ordering = random.nextInt(present.size() + 1);
        present.add(ordering, module);
        check(course, send("PATCH", course, "/modules/" + module, Map.of("ordering", ordering)), 200);
    }

    private void reorder(Edited course) {
        Collections.shuffle(course.modules(), random);
        check(course, send("PUT", course, "/modules/order", Map.of("module_ids", course.modules())), 200);
    }

    private void revise(Edited course) {
        String title = "Title " + random.nextInt(1_000_000);
        send("PATCH", course, "", Map.of("title", title)).expect(200).saying("\"title\":\"" + title + "\"");
    }

    private Answer send(String method, Edited course, String path) {
        return http.send(
                Request.of(method, "/api/courses/" + course.id() + path, token).respondAsync());
    }

    private Answer send(String method, Edited course, String path, Map<String, Object> body) {
        return http.send(Request.of(method, "/api/courses/" + course.id() + path, token)
                .withBody("application/json", Client.json(body))
                .respondAsync());
    }

    private static void check(Edited course, Answer answer, int status) {
        List<Long> order = new ArrayList<>();
        answer.expect(status)
                .json()
                .forEach(module -> order.add(module.path("module_id").asLong()));
        if (!order.equals(course.modules())) {
            throw new IllegalStateException("Not " + course + " but " + order);
        }
    }
}
