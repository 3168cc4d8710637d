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

/** Runs the workloads, each against a service of its own, prints what came out and writes it as JSON. */
public final class Benchmarks {

    private static final List<Workload> ALL = List.of(
            new CompletionWorkload(),
            new AuthoringWorkload(),
            new ReadWorkload(),
            new ReportWorkload(),
            new FreshnessWorkload(),
            new RebuildWorkload(),
            new RelayWorkload(),
            new GrowthWorkload(),
            new SmallHeapWorkload(),
            new MembersWorkload());

    private Benchmarks() {}

    /** Runs those that {@code waypost.benchmarks.only} names, or all. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Set<String> only =
                Set.of(System.getProperty("waypost.benchmarks.only", "").split(",", -1));
        List<Figure> figures = new ArrayList<>();
        for (Workload workload : ALL) {
            if (only.contains("") || only.contains(workload.name())) {
                List<Figure> found = workload.run();
                found.forEach(figure -> out.println(line(figure)));
                figures.addAll(found);
            }
        }
        Path result = Path.of(System.getProperty("waypost.benchmarks.result", "benchmarks.json"));
        Files.writeString(
                result, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        out.println("Written to " + result);
    }

    private static String line(Figure figure) {
        String target = figure.target()
                .map(t -> String.format(Locale.ROOT, " %s %10.3f", t.direction().sign(), t.bound()))
                .orElse("");
        String verdict =
                figure.reached().map(yes -> yes ? "  reached" : "  missed").orElse("");
        return String.format(
                Locale.ROOT,
                "%-11s %-60s %12.3f %-8s%s%s",
                figure.workload(),
                figure.what(),
                figure.value(),
                figure.unit(),
                target,
                verdict);
    }
}
