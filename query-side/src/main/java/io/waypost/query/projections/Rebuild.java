package io.waypost.query.projections;

import io.waypost.query.projections.EventBatches.Batch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The rebuild of one view: folds all events into new tables while the old ones are read, then swaps them.
 *
 * <p>It never folds an event that the live tables do not have yet. At the swap, with the live view held at its place, the
 * new tables are brought to exactly that place: nobody sees the view go back, and no event is folded in twice.
 */
final class Rebuild {

    /** With more positions than these missing at the swap, while the live view waits, it reads on first. */
    private static final int MOST_AT_SWAP = 500;

    private final RebuildTables tables;
    private final TransactionOperations transactions;
    private final EventBatches batches;
    private final BooleanSupplier stopped;

    /**
     * @param tables the rows and tables
     * @param transactions transactions of the tables' connection
     * @param batches the events, read on other connections
     * @param stopped whether to leave the rest to a later run, or to another node
     */
    Rebuild(RebuildTables tables, TransactionOperations transactions, EventBatches batches, BooleanSupplier stopped) {
        this.tables = tables;
        this.transactions = transactions;
        this.batches = batches;
        this.stopped = stopped;
    }

    /**
     * Goes on from where an earlier run ended.
     *
     * @return whether the new tables are in place; false if it was stopped, or another run is needed
     */
    boolean run() {
        Optional<RebuildRequest> request = tables.request();
        if (request.isEmpty()) {
            return false;
        }
        if (!request.get().started()) {
            transactions.executeWithoutResult(status -> tables.create());
        }
        Progress progress = catchUp(request.get().progress());
        if (stopped.getAsBoolean()) {
            return false;
        }
        transactions.executeWithoutResult(status -> tables.analyze());
        return trySwap(progress);
    }

    private Progress catchUp(Progress from) {
        Progress progress = from;
        try (ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("view-rebuild-reader").daemon().factory())) {
            Progress live = tables.live();
            do {
                progress = foldUpTo(live, progress, reader);
                live = tables.live();
            } while (live.position() - progress.position() > MOST_AT_SWAP && !stopped.getAsBoolean());
        }
        return progress;
    }

    /** While a batch is folded, the next one is read. */
    private Progress foldUpTo(Progress live, Progress from, ExecutorService reader) {
        Progress progress = from;
        CompletableFuture<Batch> next = CompletableFuture.supplyAsync(() -> batches.next(from, live), reader);
        while (isBehind(progress, live) && !stopped.getAsBoolean()) {
            Batch batch = next.join();
            Progress reached = batch.progress();
            if (isBehind(reached, live)) {
                next = CompletableFuture.supplyAsync(() -> batches.next(reached, live), reader);
            }
            transactions.executeWithoutResult(status -> {
                tables.relaxCommit();
                tables.apply(batch.events());
                tables.store(reached);
            });
            progress = reached;
        }
        return progress;
    }

    /** Not if the live view was set back: then it comes to this place by itself. */
    private static boolean isBehind(Progress progress, Progress live) {
        return progress.position() <= live.position() && !progress.equals(live);
    }

    private boolean trySwap(Progress progress) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                Progress live = tables.holdLive();
                return live.position() >= progress.position()
                        && live.position() - progress.position() <= MOST_AT_SWAP
                        && swapAt(live, progress);
            }));
        } catch (PessimisticLockingFailureException e) {
            // Somebody reads for long, or the live view writes for long: better to try again than to keep all waiting.
            return false;
        }
    }

    private boolean swapAt(Progress live, Progress progress) {
        Batch missing = batches.next(progress, live);
        if (isBehind(missing.progress(), live)) {
            return false;
        }
        tables.apply(missing.events());
        tables.swap();
        return true;
    }
}
