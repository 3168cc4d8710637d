package io.waypost.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} by which a PostgreSQL server marks its data directory as taken. After a crash it
 * stays behind and may name a server that still runs, nobody, or by chance an unrelated process.
 */
final class PostmasterFile {

    private final Path cluster;

    PostmasterFile(Path cluster) {
        this.cluster = cluster;
    }

    /** The server that runs on the directory, if one does. */
    Optional<ProcessHandle> runningServer() throws IOException {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isServerOfThisCluster);
    }

    /** Removes the file. Only to be called when no server runs on the directory. */
    void delete() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        String firstLine = Files.readString(file(), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        // After a power cut the file may be empty or hold anything.
        return firstLine.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(firstLine)) : Optional.empty();
    }

    private boolean isServerOfThisCluster(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                // Linux says so when the program's file was deleted while it runs.
                .map(name -> name.replace(" (deleted)", ""))
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
        // Where the system does not tell the arguments, the name has to do.
        boolean isOnThisCluster = info.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .orElse(true);
        return isPostgres && isOnThisCluster;
    }
}
