package io.waypost.standalone;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service in a process of its own, as a person starts it: seen only through what it prints and answers. */
final class ForkedWaypost implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final List<String> PORTS =
            List.of("--server.port=", "--waypost.postgres.port=", "--waypost.kafka.port=");
    private static final Pattern URL = Pattern.compile("API +(http://\\S+)/api");
    private static final Pattern KAFKA = Pattern.compile("Kafka +(\\S+),");
    /** It is ready when it has said all of its message, of which this is the last line. */
    private static final Pattern LAST_LINE = Pattern.compile("^  (Admin) ");

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private ForkedWaypost(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts it on free ports. */
    static ForkedWaypost start(Path dataDirectory, String... more) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                // It lives too briefly for the optimising JIT to pay for itself.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName(),
                // A test that reads what it wrote must not depend on how busy the machine is.
                "--waypost.read-your-writes.timeout=20s",
                "--waypost.data-dir=" + dataDirectory));
        command.addAll(List.of(more));
        // A setting that is given twice would be read as a list.
        PORTS.stream()
                .filter(setting -> Stream.of(more).noneMatch(given -> given.startsWith(setting)))
                .map(setting -> setting + "0")
                .forEach(command::add);
        try {
            return new ForkedWaypost(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ForkedWaypost untilReady() {
        await().atMost(START).until(() -> found(LAST_LINE).isPresent() || !process.isAlive());
        if (found(LAST_LINE).isEmpty()) {
            throw new AssertionError("It did not start:\n" + output());
        }
        return this;
    }

    String url() {
        return found(URL).orElseThrow();
    }

    String kafka() {
        return found(KAFKA).orElseThrow();
    }

    /** The first group of the first match in what it printed. */
    Optional<String> found(Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String output() {
        return String.join("\n", lines);
    }

    /** Waits until it has ended by itself; its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It is still there:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} or Ctrl-C do it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(end of output: " + e + ")");
        }
    }
}
