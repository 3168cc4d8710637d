package io.waypost.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker in this process, with its own controller, reachable from this machine only.
 *
 * <p>What it has acknowledged survives a kill of the process. Trouble that makes a broker exit does not end this
 * process: it is logged as an error, and the broker is best stopped and started again.
 *
 * <p>No shutdown hook is registered: who starts the broker closes it, after everything that uses it.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);

    private final Path home;
    private final int port;
    private final boolean throwAway;
    private Optional<KafkaRaftServer> server = Optional.empty();
    private boolean closed;

    private KafkaBroker(Path home, int port, boolean throwAway) {
        this.home = home;
        this.port = port;
        this.throwAway = throwAway;
    }

    /**
     * Starts a broker and returns when it takes connections. The first start on a directory makes a new cluster, later
     * ones keep what is there.
     *
     * @param dataDir where to keep the data, in use by no other process (see {@link DataDirectory}); empty for data
     *     that is thrown away on {@link #close()}
     * @param port the loopback port, or 0 for any free one
     * @throws StartupException if the port is taken, or the broker does not start for another reason
     */
    public static KafkaBroker start(Optional<Path> dataDir, int port) {
        KafkaBroker broker = stopped(dataDir, port);
        broker.startOrDiscard();
        return broker;
    }

    /**
     * The same broker before its start, for those who have something else to do while {@link #startAgain()} takes its time.
     * Its port is chosen already.
     *
     * @throws StartupException if its directory cannot be written
     */
    public static KafkaBroker stopped(Optional<Path> dataDir, int port) {
        KafkaExits.contain();
        try {
            Path directory = dataDir.isPresent() ? dataDir.get() : Files.createTempDirectory("waypost-kafka");
            return new KafkaBroker(
                    KafkaStorage.prepare(directory), port == 0 ? Ports.anyFree() : port, dataDir.isEmpty());
        } catch (IOException e) {
            throw new StartupException("Kafka cannot write its directory", e);
        }
    }

    /** The loopback port clients connect to, the same after each {@link #startAgain()}. */
    public int port() {
        return port;
    }

    /** The address for clients, as {@code host:port}. */
    public String bootstrapServers() {
        return KafkaSettings.bootstrapServers(port);
    }

    /** Whether the broker was started and not stopped since. */
    public synchronized boolean isRunning() {
        return server.isPresent();
    }

    /** Stops the broker in good order; does nothing if it is stopped. */
    public synchronized void stop() {
        server.ifPresent(running -> {
            long begin = System.nanoTime();
            running.shutdown();
            running.awaitShutdown();
            LOG.info("Kafka stopped in {} ms", millisSince(begin));
        });
        server = Optional.empty();
    }

    /**
     * Starts the broker on the same port and data as before; does nothing if it runs.
     *
     * @throws StartupException if the broker does not start
     * @throws IllegalStateException if it was closed
     */
    public synchronized void startAgain() {
        if (closed) {
            throw new IllegalStateException("Closed");
        }
        if (!isRunning()) {
            server = Optional.of(launch());
        }
    }

    /** Stops the broker for good, and deletes its data if they are to be thrown away. */
    @Override
    public synchronized void close() {
        stop();
        closed = true;
        if (throwAway) {
            Directories.deleteQuietly(home);
        }
    }

    private void startOrDiscard() {
        try {
            startAgain();
        } catch (StartupException e) {
            close();
            throw e;
        }
    }

    private KafkaRaftServer launch() {
        long begin = System.nanoTime();
        Ports.requireFree(port, KafkaSettings.PORT_SETTING);
        Properties settings = KafkaSettings.of(home, port, anyFreeBut(port));
        try {
            KafkaRaftServer fresh = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            startOrShutDown(fresh);
            LOG.info("Kafka started on port {} in {} ms", port, millisSince(begin));
            return fresh;
        } catch (RuntimeException e) {
            throw new StartupException("Kafka did not start on port %d".formatted(port), e);
        }
    }

    private static void startOrShutDown(KafkaRaftServer fresh) {
        try {
            fresh.startup();
        } catch (RuntimeException e) {
            try {
                fresh.shutdown();
            } catch (RuntimeException inShutdown) {
                e.addSuppressed(inShutdown);
            }
            throw e;
        }
    }

    private static int anyFreeBut(int taken) {
        List<Integer> candidates = Ports.anyFree(2);
        return candidates.get(0) == taken ? candidates.get(1) : candidates.get(0);
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
