package io.waypost.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** w10: the load of w1 on a service with a heap of 512 MiB, the memory it takes then, and how soon it is ready again. */
final class SmallHeapWorkload implements Workload {

    private static final int CLIENTS = 16;
    private static final List<String> SMALL = List.of("-Xmx512m");
    private static final Load CEILING = new Load(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(6));
    private static final Load MEASURED = new Load(CLIENTS, Duration.ofSeconds(15), Duration.ofSeconds(15));
    private static final double OF_CEILING = 0.35;
    private static final double READY_SECONDS = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "small";
    }

    @Override
    public List<Figure> run() {
        Path data = directory();
        try {
            List<Figure> figures = new ArrayList<>();
            List<String> settings = List.of("--waypost.data-dir=" + data);
            try (Service service = Service.start(SMALL, settings);
                    Client admin = new Client(service)) {
                Learners learners = Learners.load(service, admin, CompletionWorkload.SIZE);
                Durability durability = new Durability(service);
                Load.Measured before = durability.measure(CEILING);
                Load.Measured load = MEASURED.atFullSpeed(new Completing(service, learners, CLIENTS)::async);
                admin.awaitViews();
                Load.Measured after = durability.measure(CEILING);
                double ceiling = (before.perSecond() + after.perSecond()) / 2;
                figures.add(new Figure("w10", "completions with -Xmx512m", load.perSecond(), "/s"));
                figures.add(new Figure("w10", "the same, p99", load.millis(99), "ms"));
                figures.add(new Figure("w10", "of c1", load.perSecond() / ceiling, "x").atLeast(OF_CEILING));
                figures.add(new Figure("w10", "resident memory of the process, PostgreSQL apart", rss(service), "MiB"));
            }
            long start = System.nanoTime();
            try (Service again = Service.start(SMALL, settings)) {
                double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
                figures.add(new Figure("w10", "ready after a later start", seconds, "s").atMost(READY_SECONDS));
                figures.add(new Figure("w10", "resident memory after it", rss(again), "MiB"));
            }
            return figures;
        } finally {
            delete(data);
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

    private static Path directory() {
        try {
            return Files.createTempDirectory("waypost-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
