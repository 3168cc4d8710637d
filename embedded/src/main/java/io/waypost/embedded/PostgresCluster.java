package io.waypost.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL data directory ("cluster") with the files around it, brought from whatever state it was left in to a
 * running server and back.
 *
 * <p>The caller makes sure that no other process works on it: see {@link DataDirectory}.
 */
final class PostgresCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    private final Path home;
    private final Path data;
    private final PostgresCommands commands;
    private final PostmasterFile postmaster;

    private PostgresCluster(Path home, PostgresCommands commands) {
        this.home = home;
        this.data = home.resolve("data");
        this.commands = commands;
        this.postmaster = new PostmasterFile(data);
    }

    /** The cluster below a directory, which is created if missing. */
    static PostgresCluster in(Path directory) throws IOException {
        Path home = Files.createDirectories(directory).toRealPath();
        return new PostgresCluster(
                home, new PostgresCommands(PostgresBinaries.unpacked(), home.resolve("commands.log")));
    }

    /** Where it keeps its files, absolute and free of symbolic links. */
    Path home() {
        return home;
    }

    /** Makes the cluster if there is none, ends a server that an earlier process left running, and starts. */
    void start(int port) throws IOException, InterruptedException {
        createIfMissing();
        Optional<ProcessHandle> orphan = postmaster.runningServer();
        if (orphan.isPresent()) {
            LOG.info(
                    "Stopping the PostgreSQL (process {}) that an earlier run left behind",
                    orphan.get().pid());
            stop();
        } else {
            // PostgreSQL would refuse to start if the file is empty, or its number now belongs to another process.
            postmaster.delete();
        }
        // Not before: what was left running may well be what has the port.
        Ports.requireFree(port, PostgresSettings.PORT_SETTING);
        commands.start(data, PostgresSettings.asOptions(port));
    }

    /** Stops the server, if it runs. All that was committed is kept. */
    void stop() throws IOException, InterruptedException {
        if (!isRunning()) {
            return;
        }
        try {
            commands.stopFast(data);
        } catch (IOException e) {
            if (!isRunning()) {
                return;
            }
            LOG.warn("PostgreSQL does not stop in time; it will recover from its log at the next start", e);
            commands.stopImmediately(data);
        }
    }

    /** Stops the server, if it runs, without the work that keeps its data in good order: nobody needs them any more. */
    void abandon() throws IOException, InterruptedException {
        if (isRunning()) {
            commands.stopImmediately(data);
        }
    }

    /** Whether a server runs on this cluster now. */
    boolean isRunning() throws IOException {
        return postmaster.runningServer().isPresent();
    }

    private void createIfMissing() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        if (Files.exists(data)) {
            throw new StartupException("The directory %s is not empty and holds no database".formatted(data));
        }
        // Made aside and moved when complete: an initialisation that is cut off leaves nothing that looks like data.
        Path unfinished = home.resolve("data.unfinished");
        Directories.delete(unfinished);
        commands.initdb(unfinished, PostgresServer.SUPERUSER);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        Directories.sync(home);
        LOG.info("Created a PostgreSQL database in {}", data);
    }
}
