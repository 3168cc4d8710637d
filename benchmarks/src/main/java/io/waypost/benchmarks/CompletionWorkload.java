package io.waypost.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Completions over HTTP by 5,000 learners on 16 connections: w1 without waiting for the views, w2 waiting for them. The
 * ceiling is measured before and after.
 */
final class CompletionWorkload implements Workload {

    static final Learners.Size SIZE = new Learners.Size(5_000, 100, 10, 13);

    private static final int CLIENTS = 16;
    private static final Load CEILING = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(6));
    private static final WarmUp WARM_UP = new WarmUp(8, Duration.ofSeconds(8), Duration.ofSeconds(8));
    private static final Load MEASURED = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(15));
    private static final double OF_CEILING = 0.35;
    private static final double TIMES_P99_OF_CEILING = 8;
    private static final double OF_ASYNC = 0.6;

    @Override
    public String name() {
        return "completions";
    }

    @Override
    public List<Figure> run() {
        try (Service service = Service.start();
                Client admin = new Client(service)) {
            Learners learners = Learners.load(service, admin, SIZE);
            Completing completing = new Completing(service, learners, CLIENTS);
            WARM_UP.run(CLIENTS, List.of(completing::async, completing::awaitingViews));
            CompletionRate rate =
                    CompletionRate.measure(service, admin, completing, new Durability(service), CEILING, MEASURED);
            Load.Measured async = rate.load();
            Load.Measured waiting = MEASURED.atFullSpeed(completing::awaitingViews);
            completing.check(admin);
            List<Figure> figures = new ArrayList<>();
            figures.add(new Figure("c1", "one row inserted and committed over JDBC", rate.ceiling(), "/s"));
            figures.add(new Figure("c1", "the same, p99", rate.ceilingP99(), "ms"));
            figures.add(new Figure("w1", "completions, answered at once", async.perSecond(), "/s"));
            figures.add(new Figure("w1", "the same, median", async.millis(50), "ms"));
            figures.add(new Figure("w1", "the same, p99", async.millis(99), "ms"));
            figures.add(new Figure("w1", "processor time of each", rate.micros(), "us"));
            figures.add(new Figure("w1", "of c1", async.perSecond() / rate.ceiling(), "x").atLeast(OF_CEILING));
            figures.add(new Figure("w1", "p99 of c1's", async.millis(99) / rate.ceilingP99(), "x")
                    .atMost(TIMES_P99_OF_CEILING));
            figures.add(new Figure("w2", "completions, answered when the views show them", waiting.perSecond(), "/s"));
            figures.add(new Figure("w2", "the same, median", waiting.millis(50), "ms"));
            figures.add(new Figure("w2", "the same, p99", waiting.millis(99), "ms"));
            figures.add(new Figure("w2", "of w1", waiting.perSecond() / async.perSecond(), "x").atLeast(OF_ASYNC));
            return figures;
        }
    }
}
