package io.waypost.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Runs the workloads against a service of its own, prints what came out and writes it as JSON. */
public final class Benchmarks {

    private static final List<Workload> ALL = List.of(new MembersWorkload(), new ReportWorkload());

    private Benchmarks() {}

    /** Runs those that {@code waypost.benchmarks.only} names, or all. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Set<String> only =
                Set.of(System.getProperty("waypost.benchmarks.only", "").split(",", -1));
        List<Figure> figures = new ArrayList<>();
        for (Workload workload : ALL) {
            if (only.contains("") || only.contains(workload.name())) {
                try (Service service = Service.start()) {
                    List<Figure> found = workload.run(service);
                    found.forEach(figure -> out.println(line(figure)));
                    figures.addAll(found);
                }
            }
        }
        Path result = Path.of(System.getProperty("waypost.benchmarks.result", "benchmarks.json"));
        Files.writeString(
                result, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        out.println("Written to " + result);
    }

    private static String line(Figure figure) {
        return String.format(
                Locale.ROOT, "%-10s %-55s %10.3f %s", figure.workload(), figure.what(), figure.value(), figure.unit());
    }
}
