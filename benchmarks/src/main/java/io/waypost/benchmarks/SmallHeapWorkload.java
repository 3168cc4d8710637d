package io.waypost.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** w10: the load of w1 on a service with a heap of 512 MiB, the memory it takes then, and how soon it is ready again. */
final class SmallHeapWorkload implements Workload {

    private static final int CLIENTS = 16;
    private static final List<String> SMALL = List.of("-Xmx512m");
    private static final Load CEILING = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(6));
    private static final WarmUp WARM_UP = new WarmUp(8, Duration.ofSeconds(8), Duration.ofSeconds(8));
    private static final Load MEASURED = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(15));
    private static final double OF_CEILING = 0.35;
    private static final double READY_SECONDS = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "small";
    }

    @Override
    public List<Figure> run() {
        try (TemporaryDirectory data = TemporaryDirectory.create()) {
            List<Figure> figures = new ArrayList<>();
            List<String> settings = List.of(data.setting());
            try (Service service = Service.start(SMALL, settings);
                    Client admin = new Client(service)) {
                Learners learners = Learners.load(service, admin, CompletionWorkload.SIZE);
                Completing completing = new Completing(service, learners, CLIENTS);
                WARM_UP.run(CLIENTS, List.of(completing::async));
                CompletionRate rate =
                        CompletionRate.measure(service, admin, completing, new Durability(service), CEILING, MEASURED);
                figures.add(new Figure(
                        "w10", "completions with -Xmx512m", rate.load().perSecond(), "/s"));
                figures.add(new Figure("w10", "the same, p99", rate.load().millis(99), "ms"));
                figures.add(
                        new Figure("w10", "of c1", rate.load().perSecond() / rate.ceiling(), "x").atLeast(OF_CEILING));
                figures.add(new Figure("w10", "resident memory of the process, PostgreSQL apart", rss(service), "MiB"));
            }
            figures.addAll(laterStart("from the source tree", () -> Service.start(SMALL, settings)));
            Path unpacked = Path.of(System.getProperty("waypost.benchmarks.unpacked"));
            if (Files.exists(unpacked.resolve("waypost.aot"))) {
                figures.addAll(
                        laterStart("unpacked, as learned", () -> Service.startUnpacked(unpacked, SMALL, settings)));
            }
            return figures;
        }
    }

    private static List<Figure> laterStart(String how, Supplier<Service> starting) {
        long start = System.nanoTime();
        try (Service again = starting.get()) {
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            return List.of(
                    new Figure("w10", "ready after a later start, " + how, seconds, "s").atMost(READY_SECONDS),
                    new Figure("w10", "resident memory after it", rss(again), "MiB"));
        }
    }

    /** As Linux tells it; 0 elsewhere. */
    private static double rss(Service service) {
        Path status = Path.of("/proc", Long.toString(service.process().pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
