package io.waypost.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Waypost in a process of its own, with free ports, whose data is thrown away. */
final class Service implements AutoCloseable {

    static final String ADMIN_PASSWORD = "benchmark password";

    private static final Pattern URL = Pattern.compile("API +(http://\\S+)/api");
    private static final Pattern DATABASE = Pattern.compile("Database +(jdbc:\\S+)");
    private static final Pattern KAFKA = Pattern.compile("Kafka +(\\S+),");
    private static final String LAST_LINE = "Admin ";
    private static final String DATA_DIRECTORY = "--waypost.data-dir=";
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final String url;
    private final String database;
    private final String kafka;

    private Service(Process process, String url, String database, String kafka) {
        this.process = process;
        this.url = url;
        this.database = database;
        this.kafka = kafka;
    }

    /** Starts it as the README does, with data that is thrown away. */
    static Service start() {
        return start(List.of(), List.of());
    }

    /**
     * Starts it.
     *
     * @param jvm options of the JVM, such as {@code -Xmx512m}
     * @param settings settings of the service, such as {@code --waypost.relay.enabled=false}
     */
    static Service start(List<String> jvm, List<String> settings) {
        return start(
                List.of("-cp", System.getProperty("java.class.path"), "io.waypost.standalone.StandaloneApplication"),
                jvm,
                settings);
    }

    /**
     * Starts it unpacked, with what the JVM has learned.
     *
     * @param directory where the profile {@code fast-start} has put it
     */
    static Service startUnpacked(Path directory, List<String> jvm, List<String> settings) {
        return start(
                List.of(
                        "-XX:AOTCache=" + directory.resolve("waypost.aot"),
                        "-jar",
                        directory.resolve("waypost.jar").toString()),
                jvm,
                settings);
    }

    private static Service start(List<String> program, List<String> jvm, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        // For options that a person wants to try, such as those of a profiler.
        Stream.of(System.getProperty("waypost.benchmarks.jvm", "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(jvm);
        command.addAll(program);
        command.addAll(List.of(
                "--server.port=0",
                "--waypost.postgres.port=0",
                "--waypost.kafka.port=0",
                "--waypost.admin.password=" + ADMIN_PASSWORD));
        if (settings.stream().noneMatch(setting -> setting.startsWith(DATA_DIRECTORY))) {
            command.add(DATA_DIRECTORY);
        }
        command.addAll(settings);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder said = new StringBuilder();
            String line = output.readLine();
            while (line != null && !line.strip().startsWith(LAST_LINE)) {
                said.append(line).append('\n');
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("Waypost did not start:\n" + said);
            }
            // What it says from here on must be read, or it would wait for that.
            Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
            return new Service(process, find(URL, said), find(DATABASE, said), find(KAFKA, said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    /** Where Kafka is, as {@code host:port}. */
    String kafka() {
        return kafka;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** A connection with all rights, to load what would take too long through the API. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String find(Pattern pattern, CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Waypost did not say " + pattern);
        }
        return matcher.group(1);
    }
}
