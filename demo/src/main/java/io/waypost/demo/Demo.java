package io.waypost.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Fills a running Waypost with two courses, so that there is something to look at. */
public final class Demo {

    private static final int WIDTH = 80;
    private static final double MILLIS = 1000;

    private final PrintStream out;
    private final PrintStream err;

    Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Loads the sample unless it is there already; ends with 1 and a plain line if it cannot. */
    public static void main(String[] args) {
        System.exit(new Demo(System.out, System.err).run(List.of(args), System.getenv()));
    }

    /** What the process is to end with. */
    int run(List<String> arguments, Map<String, String> environment) {
        try (Waypost waypost = Waypost.signedIn(Settings.of(arguments, environment))) {
            load(waypost, Sample.read());
            return 0;
        } catch (DemoFailed e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void load(Waypost waypost, Sample sample) {
        Loader loader = new Loader(waypost, sample);
        Optional<Long> before = loader.loadedBefore();
        if (before.isPresent()) {
            out.println("Nothing to do: course " + before.get() + " is \""
                    + sample.courses().getFirst().title() + "\" already");
            return;
        }
        long start = System.nanoTime();
        Map<String, Long> courses = load(loader, sample.requests());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        courses.forEach((title, id) -> out.println("Course " + id + ": " + title));
        out.println("Loaded in %.1f s".formatted(took.toMillis() / MILLIS));
    }

    private Map<String, Long> load(Loader loader, int requests) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Loading")
                .setInitialMax(requests)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build()) {
            return loader.load(bar::step);
        }
    }
}
