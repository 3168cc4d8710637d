package io.waypost.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Adds members to groups of different sizes, in turn, so that the noise of the machine falls on all alike: to the largest it
 * must cost the same as to the smallest.
 */
final class MembersWorkload implements Workload {

    private static final List<Integer> SIZES = List.of(10, 1_000, 10_000);
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1_500;
    private static final int HIGHEST_MICROS = 60_000_000;
    private static final double MICROS_PER_MILLI = 1000;

    @Override
    public String name() {
        return "members";
    }

    @Override
    public List<Figure> run() {
        try (Service service = Service.start()) {
            return run(service);
        }
    }

    private List<Figure> run(Service service) {
        int newcomers = WARM_UP + MEASURED;
        int largest = SIZES.getLast();
        long first = Users.make(service, largest + newcomers);
        try (Client client = new Client(service)) {
            Map<Integer, Long> groups = new LinkedHashMap<>();
            for (int size : SIZES) {
                groups.put(size, groupOf(client, size, first));
            }
            Map<Integer, Histogram> latencies = new LinkedHashMap<>();
            SIZES.forEach(size -> latencies.put(size, new Histogram(HIGHEST_MICROS, 3)));
            for (int i = 0; i < newcomers; i++) {
                long user = first + largest + i;
                boolean measured = i >= WARM_UP;
                groups.forEach((size, group) -> {
                    long micros = add(client, group, user);
                    if (measured) {
                        latencies.getOrDefault(size, new Histogram(3)).recordValue(micros);
                    }
                });
            }
            groups.forEach((size, group) -> check(client, group, size + newcomers));
            return figures(latencies);
        }
    }

    /** A group of that many members, its owner included. */
    private static long groupOf(Client client, int size, long first) {
        long group = client.post("/api/groups", Map.of("name", "Group of " + size), 201)
                .path("id")
                .asLong();
        client.post("/api/groups/" + group + "/members:import", "text/csv", Users.list(first, size - 1), 200);
        return group;
    }

    private static long add(Client client, long group, long user) {
        long start = System.nanoTime();
        client.post("/api/groups/" + group + "/members/" + user, Map.of(), 201);
        return (System.nanoTime() - start) / 1000;
    }

    private static void check(Client client, long group, int expected) {
        long members = client.patch("/api/groups/" + group, Map.of())
                .path("member_count")
                .asLong();
        if (members != expected) {
            throw new IllegalStateException("Group " + group + " has " + members + " members, not " + expected);
        }
    }

    private List<Figure> figures(Map<Integer, Histogram> latencies) {
        List<Figure> figures = new ArrayList<>();
        latencies.forEach((size, histogram) -> {
            figures.add(new Figure(name(), "add to a group of " + size + ", median", millis(histogram, 50), "ms"));
            figures.add(new Figure(name(), "add to a group of " + size + ", p99", millis(histogram, 99), "ms"));
        });
        Histogram smallest = latencies.getOrDefault(SIZES.getFirst(), new Histogram(3));
        Histogram large = latencies.getOrDefault(SIZES.getLast(), new Histogram(3));
        figures.add(
                new Figure(name(), "median, largest / smallest group", millis(large, 50) / millis(smallest, 50), "x"));
        figures.add(new Figure(name(), "mean, largest / smallest group", large.getMean() / smallest.getMean(), "x"));
        return figures;
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
