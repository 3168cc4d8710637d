package io.waypost.query.projections;

import io.waypost.api.event.EventCatalog;
import io.waypost.platform.PeriodicWork;
import io.waypost.platform.database.DatabaseOutage;
import io.waypost.platform.eventstore.StoredEvents;
import io.waypost.query.platform.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds the views that are asked for in {@code waypost_read.projection_rebuild}. Every node looks; the one that gets a
 * view's advisory lock rebuilds it, on the connection that holds the lock: when the node or the connection dies, so do the
 * lock and the open transaction, and another node goes on from the last batch.
 */
@Component
class RebuildCoordinator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildCoordinator.class);

    private final List<View> views;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final EventCatalog catalog;
    private final StoredEvents events;
    private final int batchSize;
    private final Duration pollInterval;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private Optional<PeriodicWork> polling = Optional.empty();

    RebuildCoordinator(
            List<View> views,
            DataSource dataSource,
            JdbcClient jdbc,
            EventCatalog catalog,
            StoredEvents events,
            @Value("${waypost.rebuild.batch-size:20000}") int batchSize,
            @Value("${waypost.rebuild.poll-interval:300ms}") Duration pollInterval) {
        this.views = List.copyOf(views);
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.events = events;
        this.batchSize = batchSize;
        this.pollInterval = pollInterval;
    }

    @Override
    public synchronized void start() {
        if (polling.isEmpty()) {
            stopping.set(false);
            polling = Optional.of(PeriodicWork.start("view-rebuild", pollInterval, this::poll));
        }
    }

    @Override
    public void stop() {
        stopping.set(true);
        Optional<PeriodicWork> ending;
        synchronized (this) {
            ending = polling;
            polling = Optional.empty();
        }
        ending.ifPresent(PeriodicWork::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return polling.isPresent();
    }

    private void poll() {
        try {
            List<String> requested = jdbc.sql("select name from waypost_read.projection_rebuild order by requested_at")
                    .query((row, number) -> row.getString(1))
                    .list();
            for (View view : views) {
                if (requested.contains(view.name()) && !stopping.get()) {
                    rebuild(view);
                }
            }
        } catch (RuntimeException | SQLException e) {
            if (!DatabaseOutage.caused(e)) {
                throw new IllegalStateException("The requests for rebuilds cannot be worked on", e);
            }
            LOG.debug("No rebuilds while the database is away", e);
        }
    }

    private void rebuild(View view) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
            RebuildTables tables = new RebuildTables(view, JdbcClient.create(single));
            if (!tables.tryLock()) {
                return;
            }
            try {
                EventBatches batches = EventBatches.of(view, catalog, events, batchSize);
                Rebuild rebuild = new Rebuild(tables, transactions(single), batches, stopping::get);
                if (rebuild.run()) {
                    LOG.info("The view {} has been rebuilt", view.name());
                }
            } catch (RuntimeException e) {
                noteFailure(tables, view, e);
            } finally {
                tables.unlock();
            }
        }
    }

    private static void noteFailure(RebuildTables tables, View view, RuntimeException failure) {
        if (DatabaseOutage.caused(failure)) {
            throw failure;
        }
        LOG.error("The rebuild of {} failed; it is tried again", view.name(), failure);
        tables.fail("The rebuild could not go on. It is tried again until it can.");
    }

    /** Without synchronization, because events are read in transactions of another manager on the same thread. */
    private static TransactionTemplate transactions(DataSource single) {
        JdbcTransactionManager manager = new JdbcTransactionManager(single);
        manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return new TransactionTemplate(manager);
    }
}
