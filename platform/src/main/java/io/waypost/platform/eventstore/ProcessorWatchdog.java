package io.waypost.platform.eventstore;

import io.waypost.platform.PeriodicWork;
import io.waypost.platform.database.DatabaseOutage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings streaming processors back as soon as the database is.
 *
 * <p>A processor of Axon that cannot reach its database waits longer and longer between attempts, up to a minute. This
 * looks at the failing ones every second, asks the database itself, and once it answers again starts them anew. A
 * processor that fails for another reason, or was stopped on purpose, is left alone.
 */
public final class ProcessorWatchdog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorWatchdog.class);
    private static final int VALIDATION_SECONDS = 1;
    private static final int STOP_SECONDS = 10;

    private final Supplier<Stream<StreamingEventProcessor>> processors;
    private final DataSource dataSource;
    private final Duration interval;
    private final Set<StreamingEventProcessor> cutOff = ConcurrentHashMap.newKeySet();
    private final Set<StreamingEventProcessor> toStart = ConcurrentHashMap.newKeySet();
    private Optional<PeriodicWork> looking = Optional.empty();

    /**
     * @param processors every processor of this process, asked for anew at each look
     * @param dataSource the database to ask
     * @param interval the time between two looks
     */
    public ProcessorWatchdog(
            Supplier<Stream<StreamingEventProcessor>> processors, DataSource dataSource, Duration interval) {
        this.processors = processors;
        this.dataSource = dataSource;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (looking.isEmpty()) {
            looking = Optional.of(PeriodicWork.start("processor-watchdog", interval, this::look));
        }
    }

    @Override
    public void stop() {
        Optional<PeriodicWork> stopping;
        synchronized (this) {
            stopping = looking;
            looking = Optional.empty();
        }
        stopping.ifPresent(PeriodicWork::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return looking.isPresent();
    }

    /** Last to start and first to stop, so that it never starts what the shutdown of the process has just stopped. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** One look; failures are left to the next. */
    void look() {
        try {
            Set<StreamingEventProcessor> failing = ConcurrentHashMap.newKeySet();
            processors.get().filter(p -> p.isRunning() && p.isError()).forEach(failing::add);
            cutOff.retainAll(failing);
            if (failing.isEmpty() && toStart.isEmpty()) {
                return;
            }
            if (!databaseAnswers()) {
                cutOff.addAll(failing);
                return;
            }
            toStart.forEach(this::startAgain);
            for (StreamingEventProcessor processor : Set.copyOf(cutOff)) {
                restart(processor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The processors could not be looked after", e);
        }
    }

    private void restart(StreamingEventProcessor processor) throws InterruptedException {
        cutOff.remove(processor);
        if (!processor.isRunning()) {
            return;
        }
        toStart.add(processor);
        try {
            processor.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Processor {} takes long to stop; starting it later", processor.getName(), e);
            return;
        }
        startAgain(processor);
    }

    private void startAgain(StreamingEventProcessor processor) {
        if (!isRunning()) {
            return;
        }
        try {
            processor.start();
            toStart.remove(processor);
            LOG.info("The database is back; processor {} goes on", processor.getName());
        } catch (RuntimeException e) {
            LOG.debug("Processor {} cannot start yet (outage: {})", processor.getName(), DatabaseOutage.caused(e), e);
        }
    }

    private boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
