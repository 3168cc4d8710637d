package io.waypost.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * w9: w1 and w4 as data grows, with a small set and with 10 and 100 times the events, users, groups, courses, modules and posts.
 * As many learners make the load each time; they are chosen from all users, so that they need rows from all over the tables.
 * Each set has a service of its own, which is started anew after the views are filled, so that all begin alike.
 */
final class GrowthWorkload implements Workload {

    private static final History.Size SMALL = new History.Size(25_000, 2_000, 10, 1);
    private static final List<Integer> TIMES = List.of(1, 10, 100);
    private static final int LEARNERS = 1_600;
    private static final int OPEN = 60;
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 5;
    private static final WarmUp COMPLETING = new WarmUp(1, Duration.ofSeconds(8), Duration.ofSeconds(6));
    private static final WarmUp READING = new WarmUp(1, Duration.ofSeconds(3), Duration.ofSeconds(3));
    private static final Load CEILING = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(6));
    private static final Load COMPLETIONS = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(15));
    private static final Load READS = new Load(CLIENTS, Duration.ofSeconds(1), Duration.ofSeconds(6));
    private static final double OF_SMALL = 0.85;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Figure> run() {
        List<Figure> figures = new ArrayList<>();
        Map<String, Double> small = new LinkedHashMap<>();
        for (int times : TIMES) {
            try (HistoryData data = HistoryData.make(SMALL.times(times))) {
                data.showInViews();
                String set = times + "x: ";
                figures.addAll(counts(set, data.history()));
                Map<String, Double> rates = measure(data, set, figures);
                rates.forEach((what, perSecond) -> {
                    double before = small.computeIfAbsent(what, first -> perSecond);
                    figures.add(new Figure("w9", set + what, perSecond, "/s"));
                    if (times > 1) {
                        figures.add(
                                new Figure("w9", set + what + ", of 1x", perSecond / before, "x").atLeast(OF_SMALL));
                    }
                });
            }
        }
        return figures;
    }

    private static List<Figure> counts(String set, History history) {
        return List.of(
                new Figure("w9", set + "events", history.events(), ""),
                new Figure("w9", set + "users", history.learners().size(), ""),
                new Figure("w9", set + "courses", history.courses().size(), ""));
    }

    /** How much of each there is in a second. What explains the figures is added to them. */
    private static Map<String, Double> measure(HistoryData data, String set, List<Figure> figures) {
        try (Service service = data.start();
                Client admin = new Client(service)) {
            Learners learners = data.history().goingOn(Tokens.of(service), LEARNERS, OPEN);
            Completing completing = new Completing(service, learners, CLIENTS);
            List<Screen> screens = Screens.of(learners);
            for (int i = 0; i < ROUNDS; i++) {
                COMPLETING.run(CLIENTS, List.of(completing::async));
                READING.run(
                        CLIENTS,
                        screens.stream()
                                .map(screen -> Reading.of(service, learners, screen, CLIENTS))
                                .toList());
            }
            CompletionRate rate =
                    CompletionRate.measure(service, admin, completing, new Durability(service), CEILING, COMPLETIONS);
            figures.add(new Figure("c1", set + "one row inserted and committed over JDBC", rate.ceiling(), "/s"));
            figures.add(new Figure("w9", set + "processor time of each completion", rate.micros(), "us"));
            Map<String, Double> rates = new LinkedHashMap<>();
            rates.put("completions, answered at once", rate.load().perSecond());
            for (Screen screen : screens) {
                rates.put(
                        screen.name(),
                        READS.atFullSpeed(Reading.of(service, learners, screen, CLIENTS))
                                .perSecond());
            }
            completing.check(admin);
            return rates;
        }
    }
}
