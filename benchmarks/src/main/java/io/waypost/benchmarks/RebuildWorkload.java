package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Rebuilds each view from 1,000,000 events while it is read, as an operator does it. Each has been rebuilt once before: so
 * there is something to read, and the service is warm. In the end its rows must be those that the ceiling came to.
 */
final class RebuildWorkload implements Workload {

    private static final History.Size SIZE = new History.Size(1_000_000, 10_000, 20, 3);
    private static final double PER_SECOND = 50_000;
    private static final double OF_CEILING = 0.2;
    private static final int READ_OF_EACH = 4;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Figure> run() {
        try (HistoryData data = HistoryData.make(SIZE);
                Service service = data.start();
                Client admin = new Client(service)) {
            Map<String, List<String>> pages = pages(data.history());
            pages.keySet().forEach(view -> Rebuild.seconds(admin, view));
            List<Figure> figures = new ArrayList<>();
            pages.forEach((view, paths) -> figures.addAll(measure(service, data.history(), view, paths)));
            return figures;
        }
    }

    private static List<Figure> measure(Service service, History history, String view, List<String> paths) {
        FoldCeiling fold = new FoldCeiling(service);
        double ceiling = history.events() / fold.seconds(view);
        double speed;
        Histogram latencies;
        // Not the client from before: the service ends connections that have been idle for as long as that took.
        try (Client admin = new Client(service);
                SteadyReads reads = SteadyReads.begin(service, admin, paths)) {
            speed = history.events() / Rebuild.seconds(admin, view);
            latencies = reads.end();
        }
        fold.check(view);
        return List.of(
                new Figure("c3", view + " folded by one SQL statement", ceiling, "events/s"),
                new Figure("w7", view + " rebuilt while it is read", speed, "events/s").atLeast(PER_SECOND),
                new Figure("w7", view + ", of c3", speed / ceiling, "x").atLeast(OF_CEILING),
                new Figure("w7", view + ", right answers meanwhile, and no others", latencies.getTotalCount(), ""),
                new Figure("w7", view + ", p99 of the answers", SteadyReads.p99(latencies), "ms"));
    }

    /** What is read of each view. */
    private static Map<String, List<String>> pages(History history) {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        List<String> courses = new ArrayList<>();
        List<String> modules = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> direct = new ArrayList<>();
        List<String> progress = new ArrayList<>();
        for (int i = 0; i < READ_OF_EACH; i++) {
            courses.add("/api/courses/" + history.courses().get(i));
            modules.add("/api/modules/" + (history.courses().getFirst() + i));
            long group = history.firstGroup() + i % history.groups();
            groups.add("/api/groups/" + group);
            int place = i * history.learners().size() / READ_OF_EACH;
            long user = history.learners().get(place).id().value();
            direct.add("/api/users/" + user + "/courses");
            progress.add("/api/users/" + user + "/progress");
            progress.add("/api/groups/" + group + "/progress?sort=percent&limit=50");
        }
        pages.put("course-outline", courses);
        pages.put("module-outline", modules);
        pages.put("groups", groups);
        pages.put("direct-courses", direct);
        pages.put("progress", progress);
        return pages;
    }
}
