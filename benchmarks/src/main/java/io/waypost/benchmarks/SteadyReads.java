package io.waypost.benchmarks;

import io.waypost.benchmarks.Http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Reads that go on while something else is measured, while nothing is written: each answer must be what it was before. Two
 * clients, which take turns with the pages and pause for a moment after each.
 */
final class SteadyReads implements AutoCloseable {

    private static final int CLIENTS = 2;
    private static final long PAUSE_MILLIS = 20;
    private static final long HIGHEST_MICROS = 60_000_000;
    private static final double MICROS_PER_MILLI = 1000;

    private final Map<String, String> expected = new LinkedHashMap<>();
    private final Histogram latencies = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    private SteadyReads() {}

    /** Begins to read. */
    static SteadyReads begin(Service service, Client admin, List<String> paths) {
        SteadyReads reads = new SteadyReads();
        try (Http http = new Http(service.url())) {
            paths.forEach(path -> reads.expected.put(
                    path,
                    http.send(Request.of("GET", path, admin.token()))
                            .expect(200)
                            .body()));
        }
        for (int i = 0; i < CLIENTS; i++) {
            reads.running.add(CompletableFuture.runAsync(() -> reads.read(service, admin.token()), reads.threads));
        }
        return reads;
    }

    /**
     * Ends the reading.
     *
     * @return how long answers took, in microseconds
     * @throws IllegalStateException if one failed, or did not say what it had said before
     */
    Histogram end() {
        ending.set(true);
        running.forEach(CompletableFuture::join);
        return latencies;
    }

    /** What of a hundred answers the slowest took, in milliseconds. */
    static double p99(Histogram latencies) {
        return latencies.getValueAtPercentile(99) / MICROS_PER_MILLI;
    }

    @Override
    public void close() {
        ending.set(true);
        threads.close();
    }

    private void read(Service service, String token) {
        try (Http http = new Http(service.url())) {
            while (!ending.get()) {
                expected.forEach((path, body) -> {
                    long start = System.nanoTime();
                    String answer = http.send(Request.of("GET", path, token))
                            .expect(200)
                            .body();
                    latencies.recordValue((System.nanoTime() - start) / 1000);
                    if (!answer.equals(body)) {
                        throw new IllegalStateException(path + " said " + body + " and now says " + answer);
                    }
                    pause();
                });
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
