package io.waypost.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. What they say goes to a file, because the server keeps their output open
 * after this process is gone and must not write into a broken pipe.
 */
final class PostgresCommands {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int OUTPUT_CHARACTERS = 4_000;

    private final Path binaries;
    private final Path output;

    /**
     * @param binaries the directory with {@code bin}
     * @param output the file to write what the commands say; replaced by each of them
     */
    PostgresCommands(Path binaries, Path output) {
        this.binaries = binaries;
        this.output = output;
    }

    /** Makes a new, empty cluster in a directory that is empty or missing. */
    void initdb(Path cluster, String superuser) throws IOException, InterruptedException {
        // The built-in locale knows all of Unicode and sorts the same on every machine, whatever is installed there:
        // indexes stay valid when the directory moves or the system is upgraded.
        run(
                "initdb",
                List.of(
                        "--pgdata=" + cluster,
                        "--username=" + superuser,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
    }

    /** Starts a server and waits until it takes connections, recovery after a crash included. */
    void start(Path cluster, String options) throws IOException, InterruptedException {
        run("pg_ctl", List.of("start", "-w", "-t", seconds(START_LIMIT), "-D", cluster.toString(), "-o", options));
    }

    /** Ends all sessions, writes a checkpoint and waits until the server is gone. */
    void stopFast(Path cluster) throws IOException, InterruptedException {
        stop(cluster, "fast");
    }

    /** Ends the server without a checkpoint; its next start recovers from the write-ahead log. */
    void stopImmediately(Path cluster) throws IOException, InterruptedException {
        stop(cluster, "immediate");
    }

    private void stop(Path cluster, String mode) throws IOException, InterruptedException {
        run("pg_ctl", List.of("stop", "-w", "-t", seconds(STOP_LIMIT), "-D", cluster.toString(), "-m", mode));
    }

    private void run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // PGDATA, PGPORT, PGOPTIONS and the like are meant for other servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(START_LIMIT.plus(STOP_LIMIT).toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw failure(program + " " + arguments.getFirst(), tailOfOutput());
            }
        } finally {
            process.destroy();
        }
    }

    private static IOException failure(String command, String output) {
        if (output.contains("cannot be run as root")) {
            throw new StartupException("PostgreSQL cannot run as root on this machine; start Waypost as another user");
        }
        return new IOException("%s failed: %s".formatted(command, output));
    }

    private String tailOfOutput() throws IOException {
        // Not readString: the output may be in any encoding, and must not hide the failure it explains.
        byte[] bytes = Files.readAllBytes(output);
        int from = Math.max(0, bytes.length - OUTPUT_CHARACTERS);
        return new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8).strip();
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
