package io.waypost.benchmarks;

import io.waypost.benchmarks.Authoring.Edited;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** w3: authors on 16 connections who change 200 courses, and then all the same one, without waiting for the views. */
final class AuthoringWorkload implements Workload {

    private static final int COURSES = 200;
    private static final int MODULES = 50;
    private static final int PER_COURSE = 10;
    private static final int CLIENTS = 16;
    private static final Load CEILING = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(6));
    private static final WarmUp WARM_UP = new WarmUp(8, Duration.ofSeconds(8), Duration.ofSeconds(8));
    private static final Load SPREAD = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(15));
    private static final Load HOT = new Load(CLIENTS, Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final double OF_CEILING = 0.25;
    private static final double HOT_PER_SECOND = 100;

    @Override
    public String name() {
        return "authoring";
    }

    @Override
    public List<Figure> run() {
        try (Service service = Service.start();
                Client admin = new Client(service)) {
            List<Long> modules = IntStream.range(0, MODULES)
                    .mapToObj(i -> id(admin.post("/api/modules", Map.of("title", "Module " + i), 201)))
                    .toList();
            List<Edited> courses = IntStream.range(0, COURSES + 1)
                    .mapToObj(i -> course(admin, modules, i))
                    .toList();
            Edited hot = courses.getLast();
            IntFunction<Load.Client> authors = number -> new Authoring(
                    service,
                    admin.token(),
                    IntStream.range(0, COURSES)
                            .filter(i -> i % CLIENTS == number)
                            .mapToObj(courses::get)
                            .toList(),
                    modules,
                    number);
            WARM_UP.run(CLIENTS, List.of(authors));
            admin.awaitViews();
            Durability durability = new Durability(service);
            Load.Measured before = durability.measure(CEILING);
            Load.Measured spread = SPREAD.atFullSpeed(authors);
            admin.awaitViews();
            Load.Measured after = durability.measure(CEILING);
            Load.Measured crowded = HOT.atFullSpeed(
                    number -> new HotAuthoring(service, admin.token(), hot.id(), List.copyOf(hot.modules()), number));
            admin.awaitViews();
            courses.subList(0, COURSES).forEach(course -> check(admin, course));
            double ceiling = (before.perSecond() + after.perSecond()) / 2;
            List<Figure> figures = new ArrayList<>();
            figures.add(new Figure("c1", "one row inserted and committed over JDBC", ceiling, "/s"));
            figures.add(new Figure("w3", "changes of 200 courses", spread.perSecond(), "/s"));
            figures.add(new Figure("w3", "the same, p99", spread.millis(99), "ms"));
            figures.add(new Figure("w3", "of c1", spread.perSecond() / ceiling, "x").atLeast(OF_CEILING));
            figures.add(new Figure("w3", "changes of one course by all, none refused", crowded.perSecond(), "/s")
                    .atLeast(HOT_PER_SECOND));
            figures.add(new Figure("w3", "the same, p99", crowded.millis(99), "ms"));
            return figures;
        }
    }

    private static Edited course(Client admin, List<Long> modules, int number) {
        long course = id(admin.post("/api/courses", Map.of("title", "Course " + number), 201));
        List<Long> present = new ArrayList<>();
        for (int i = 0; i < PER_COURSE; i++) {
            long module = modules.get((number + i) % MODULES);
            admin.post("/api/courses/" + course + "/modules", Map.of("module_id", module), 201);
            present.add(module);
        }
        return new Edited(course, present);
    }

    private static void check(Client admin, Edited course) {
        List<Long> shown = new ArrayList<>();
        admin.get("/api/courses/" + course.id() + "/modules")
                .forEach(module -> shown.add(module.path("module_id").asLong()));
        if (!shown.equals(course.modules())) {
            throw new IllegalStateException("The view shows " + shown + ", not " + course);
        }
    }

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }
}
