package io.waypost.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * w4: reads on 16 connections by the learners themselves: a course with 10 modules, a group with 50 members, one's own
 * progress, a module with 10 posts. The ceiling of each is the SQL for what it shows, over JDBC, from as many threads.
 */
final class ReadWorkload implements Workload {

    private static final Learners.Size SIZE = new Learners.Size(1_000, 49, 10, 10);
    private static final int CLIENTS = 16;
    private static final Load COMPLETING = new Load(CLIENTS, Duration.ZERO, Duration.ofSeconds(5));
    private static final WarmUp WARM_UP = new WarmUp(7, Duration.ofSeconds(5), Duration.ofSeconds(3));
    private static final Load CEILING = new Load(CLIENTS, Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Load MEASURED = new Load(CLIENTS, Duration.ofSeconds(1), Duration.ofSeconds(8));
    private static final double OF_CEILING = 0.4;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public List<Figure> run() {
        try (Service service = Service.start();
                Client admin = new Client(service)) {
            Learners learners = Learners.load(service, admin, SIZE);
            COMPLETING.atFullSpeed(new Completing(service, learners, CLIENTS)::async);
            admin.awaitViews();
            List<Screen> screens = Screens.of(learners);
            WARM_UP.run(
                    CLIENTS,
                    screens.stream()
                            .map(screen -> Reading.of(service, learners, screen, CLIENTS))
                            .toList());
            List<Figure> figures = new ArrayList<>();
            for (Screen screen : screens) {
                Load.Measured ceiling =
                        CEILING.atFullSpeed(number -> new ScreenSql(service, screen, learners.count(), number));
                Load.Measured reads = MEASURED.atFullSpeed(Reading.of(service, learners, screen, CLIENTS));
                figures.add(new Figure("c2", screen.name() + ", its SQL over JDBC", ceiling.perSecond(), "/s"));
                figures.add(new Figure("w4", screen.name(), reads.perSecond(), "/s"));
                figures.add(new Figure("w4", screen.name() + ", p99", reads.millis(99), "ms"));
                figures.add(new Figure("w4", screen.name() + ", of c2", reads.perSecond() / ceiling.perSecond(), "x")
                        .atLeast(OF_CEILING));
            }
            return figures;
        }
    }
}
