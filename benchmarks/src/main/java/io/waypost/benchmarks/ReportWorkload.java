package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** Reads the report of a group, those who are furthest first: 1,300 and 350 learners of a course of 130 posts. */
final class ReportWorkload implements Workload {

    private static final List<Integer> SIZES = List.of(1_300, 350);
    private static final int MODULES = 13;
    private static final int POSTS_PER_MODULE = 10;
    private static final int WARM_UP = 100;
    private static final int MEASURED = 300;
    private static final int PAGE = 50;
    private static final double LARGE_MILLIS = 100;
    private static final double SMALL_MILLIS = 30;
    private static final long HIGHEST_MICROS = 60_000_000;
    private static final double MICROS_PER_MILLI = 1000;

    @Override
    public String name() {
        return "report";
    }

    @Override
    public List<Figure> run() {
        try (Service service = Service.start()) {
            return run(service);
        }
    }

    private List<Figure> run(Service service) {
        int learners = SIZES.stream().mapToInt(Integer::intValue).sum();
        long next = Users.make(service, learners);
        try (Client client = new Client(service)) {
            List<Long> posts = new ArrayList<>();
            long course = course(client, posts);
            Completions.make(service, next, learners, posts);
            Map<Integer, Long> groups = new LinkedHashMap<>();
            for (int size : SIZES) {
                long group = client.post("/api/groups", Map.of("name", "Group of " + size), 201)
                        .path("id")
                        .asLong();
                client.post("/api/groups/" + group + "/members:import", "text/csv", Users.list(next, size), 200);
                client.post("/api/groups/" + group + "/courses", Map.of("course_id", course), 201);
                groups.put(size, group);
                next += size;
            }
            client.awaitViews();
            List<Figure> figures = new ArrayList<>();
            groups.forEach((size, group) -> figures.addAll(measure(client, size, group)));
            return figures;
        }
    }

    private List<Figure> measure(Client client, int size, long group) {
        String report = "/api/groups/" + group + "/progress?sort=percent&limit=" + PAGE;
        Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long start = System.nanoTime();
            JsonNode page = client.get(report);
            long micros = (System.nanoTime() - start) / 1000;
            check(page);
            if (i >= WARM_UP) {
                latencies.recordValue(micros);
            }
        }
        int posts = MODULES * POSTS_PER_MODULE;
        String what = size + " learners x " + posts + " posts by percent, ";
        return List.of(
                new Figure("w5", what + "median", latencies.getValueAtPercentile(50) / MICROS_PER_MILLI, "ms")
                        .atMost(size == SIZES.getFirst() ? LARGE_MILLIS : SMALL_MILLIS),
                new Figure("w5", what + "p99", latencies.getValueAtPercentile(99) / MICROS_PER_MILLI, "ms"));
    }

    private static void check(JsonNode page) {
        JsonNode items = page.path("items");
        int last = 100;
        for (JsonNode item : items) {
            int percent = item.path("percent").asInt();
            if (percent > last || item.path("total_posts").asInt() != MODULES * POSTS_PER_MODULE) {
                throw new IllegalStateException("Not a report by percent: " + page);
            }
            last = percent;
        }
        if (items.size() != PAGE || last == 0) {
            throw new IllegalStateException("Not a full page of learners who have begun: " + page);
        }
    }

    private static long course(Client client, List<Long> posts) {
        long course = client.post("/api/courses", Map.of("title", "The First Year"), 201)
                .path("id")
                .asLong();
        for (int i = 0; i < MODULES; i++) {
            long module = client.post("/api/modules", Map.of("title", "Module " + i), 201)
                    .path("id")
                    .asLong();
            for (int j = 0; j < POSTS_PER_MODULE; j++) {
                Map<String, Object> post =
                        Map.of("title", "Post " + j, "type", "default", "content", Map.of("text", "Text"));
                posts.add(client.post("/api/modules/" + module + "/posts", post, 201)
                        .path("id")
                        .asLong());
            }
            client.post("/api/courses/" + course + "/modules", Map.of("module_id", module), 201);
        }
        return course;
    }
}
