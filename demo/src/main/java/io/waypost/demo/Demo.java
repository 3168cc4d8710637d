package io.waypost.demo;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Fills a running Waypost with two courses and two groups of learners, so that there is something to look at. */
public final class Demo {

    private static final int WIDTH = 80;
    private static final int RANDOM_BYTES = 12;
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
        try {
            Settings settings = Settings.of(arguments, environment);
            try (Waypost waypost = Waypost.signedIn(settings)) {
                load(waypost, Sample.read(), settings.learnersPassword());
            }
            return 0;
        } catch (DemoFailed e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void load(Waypost waypost, Sample sample, Optional<String> chosen) {
        Loader loader = new Loader(waypost, sample);
        Optional<Long> before = loader.loadedBefore();
        if (before.isPresent()) {
            out.println("Nothing to do: course " + before.get() + " is \""
                    + sample.courses().getFirst().title() + "\" already");
            return;
        }
        long start = System.nanoTime();
        Map<String, Made.Course> courses = bar("Courses", sample.requests(), loader::load);
        courses.forEach((title, course) -> out.println("Course " + course.id() + ": " + title));
        String password = chosen.orElseGet(Demo::random);
        out.println("The learners' password is "
                + chosen.map(ignored -> "the one in WAYPOST_DEMO_PASSWORD").orElse(password));
        Learners learners = new Learners(waypost, courses, password);
        List<Made.Group> groups = bar(
                "Groups",
                learners.requests(sample.groups()),
                step -> sample.groups().stream()
                        .map(group -> learners.load(group, step))
                        .toList());
        loader.awaitQueries(courses.values().iterator().next());
        groups.forEach(group -> out.println(line(group)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.println("Loaded in %.1f s".formatted(took.toMillis() / MILLIS));
    }

    private <T> T bar(String task, int requests, Function<Runnable, T> work) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(requests)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build()) {
            return work.apply(bar::step);
        }
    }

    private static String line(Made.Group group) {
        String learners = group.learners().stream()
                .map(learner -> learner.username() + " " + learner.done())
                .collect(Collectors.joining(", "));
        return "Group " + group.id() + ": " + group.name() + ", posts done: " + learners
                + "; its report: GET /api/groups/" + group.id() + "/progress";
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
