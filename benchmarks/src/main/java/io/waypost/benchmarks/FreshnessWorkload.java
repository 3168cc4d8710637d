package io.waypost.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * w6: how soon after its answer a command is shown by the view, and is received by a consumer of the topic, while the service
 * carries half the load of w1.
 */
final class FreshnessWorkload implements Workload {

    private static final int CLIENTS = 16;
    private static final int PROBED = 100;
    private static final WarmUp WARM_UP = new WarmUp(5, Duration.ofSeconds(8), Duration.ofSeconds(6));
    private static final Load FULL = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(8));
    private static final Load HALF = new Load(CLIENTS, Duration.ofSeconds(3), Duration.ofSeconds(15));
    /** Whoever looks all the time takes from the service what it needs to send. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long HIGHEST_MICROS = 60_000_000;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double IN_VIEW_MILLIS = 50;
    private static final double IN_TOPIC_MILLIS = 250;

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<Figure> run() {
        try (Service service = Service.start();
                Client admin = new Client(service)) {
            Learners all = Learners.load(service, admin, CompletionWorkload.SIZE);
            // The last of them are looked at; the others make the load.
            Learners learners = all.first(all.count() - PROBED);
            List<Learner> probed = all.all().subList(all.count() - PROBED, all.count());
            Completing completing = new Completing(service, learners, CLIENTS);
            WARM_UP.run(CLIENTS, List.of(completing::async, completing::awaitingViews));
            double full = FULL.atFullSpeed(completing::async).perSecond();
            admin.awaitViews();
            Map<Long, Long> answered = new ConcurrentHashMap<>();
            try (Arrivals arrivals = new Arrivals(service);
                    Prober prober = new Prober(
                            service,
                            probed.stream().map(Learner::token).toList(),
                            probed.getFirst().open())) {
                long start = System.nanoTime() + HALF.warmUp().toNanos();
                long end = start + HALF.measured().toNanos();
                CompletableFuture<Histogram> probing = CompletableFuture.supplyAsync(() -> probe(prober, end));
                Load.Measured half = HALF.atRate(
                        full / 2,
                        number -> completing.async(
                                number, (learner, position) -> answered.put(position, System.nanoTime())));
                Histogram inView = probing.join();
                answered.values().removeIf(nanos -> nanos - start < 0);
                Histogram inTopic = inTopic(answered, arrivals.nanosByPosition());
                List<Figure> figures = new ArrayList<>();
                figures.add(new Figure("w6", "completions meanwhile", half.perSecond(), "/s"));
                figures.add(new Figure("w6", "answered -> shown, median", millis(inView, 50), "ms"));
                figures.add(
                        new Figure("w6", "answered -> shown, p99", millis(inView, 99), "ms").atMost(IN_VIEW_MILLIS));
                figures.add(new Figure("w6", "answered -> received from Kafka, median", millis(inTopic, 50), "ms"));
                figures.add(new Figure("w6", "answered -> received from Kafka, p99", millis(inTopic, 99), "ms")
                        .atMost(IN_TOPIC_MILLIS));
                return figures;
            }
        }
    }

    private static Histogram probe(Prober prober, long end) {
        try {
            return prober.probeUntil(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every answered event has arrived. */
    private static Histogram inTopic(Map<Long, Long> answered, Map<Long, Long> arrived) {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!arrived.keySet().containsAll(answered.keySet())) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("Events are missing in the topic");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        answered.forEach((position, nanos) ->
                micros.recordValue(Math.max(0, arrived.getOrDefault(position, nanos) - nanos) / 1000));
        return micros;
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
