package io.waypost.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * A load of several clients, each in a thread of its own. The time of a request counts from when it was due: where clients
 * wait for nothing but their answers, that is when it is sent; at a fixed rate it is the beginning of its turn, so that what
 * a slow answer keeps waiting counts as well.
 *
 * @param clients how many
 * @param warmUp how long they do the same before it counts
 * @param measured how long it counts
 */
record Load(int clients, Duration warmUp, Duration measured) {

    private static final long HIGHEST_MICROS = 120_000_000;

    /** What a client does again and again. It fails if an answer is not right. */
    interface Client extends AutoCloseable {

        void once() throws Exception;

        @Override
        default void close() {}
    }

    /** Each client sends its next request as soon as it has its answer. */
    Measured atFullSpeed(IntFunction<Client> made) {
        return run(made, 0);
    }

    /** All clients together send so many requests per second. */
    Measured atRate(double perSecond, IntFunction<Client> made) {
        return run(made, (long) (TimeUnit.SECONDS.toNanos(1) * clients / perSecond));
    }

    private Measured run(IntFunction<Client> made, long intervalNanos) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            long from = start + warmUp.toNanos();
            long to = from + measured.toNanos();
            List<Future<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                long first = start + intervalNanos * i / clients;
                running.add(threads.submit(() -> {
                    try (Client client = made.apply(number)) {
                        return work(client, first, intervalNanos, from, to);
                    }
                }));
            }
            Histogram all = new Histogram(HIGHEST_MICROS, 3);
            for (Future<Histogram> each : running) {
                all.add(each.get());
            }
            return new Measured(all, measured);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Histogram work(Client client, long first, long intervalNanos, long from, long to) throws Exception {
        Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
        long due = first;
        while (true) {
            if (intervalNanos == 0) {
                due = System.nanoTime();
            } else {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
            if (due >= to) {
                return latencies;
            }
            client.once();
            long end = System.nanoTime();
            if (due >= from && end < to) {
                latencies.recordValue((end - due) / 1000);
            }
            due += intervalNanos;
        }
    }

    /**
     * What came of it.
     *
     * @param latencies in microseconds
     * @param time how long it counted
     */
    record Measured(Histogram latencies, Duration time) {

        private static final double MICROS_PER_MILLI = 1000;
        private static final double NANOS_PER_SECOND = 1e9;

        double perSecond() {
            return latencies.getTotalCount() * NANOS_PER_SECOND / time.toNanos();
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
        }
    }
}
