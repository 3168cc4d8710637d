package io.waypost.query.projections;

import io.waypost.query.platform.ViewEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The rebuild of one view: folds all events into new tables while the old ones are read, then swaps them.
 *
 * <p>It never folds an event that the live tables do not have yet. At the swap, with the live view held at its place, the
 * new tables are brought to exactly that place: nobody sees the view go back, and no event is folded in twice.
 */
final class Rebuild {

    /** Up to so many events are folded within the swap, while the live view waits; with more it reads on first. */
    private static final int MOST_AT_SWAP = 500;

    private final RebuildTables tables;
    private final TransactionOperations transactions;
    private final EventStorageEngine events;
    private final int batchSize;
    private final BooleanSupplier stopped;

    /**
     * @param tables the rows and tables
     * @param transactions transactions of the tables' connection
     * @param events where the events are read, on other connections
     * @param batchSize how many events are folded per transaction
     * @param stopped whether to leave the rest to a later run, or to another node
     */
    Rebuild(
            RebuildTables tables,
            TransactionOperations transactions,
            EventStorageEngine events,
            int batchSize,
            BooleanSupplier stopped) {
        this.tables = tables;
        this.transactions = transactions;
        this.events = events;
        this.batchSize = batchSize;
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
        return !stopped.getAsBoolean() && trySwap(progress);
    }

    private Progress catchUp(Progress from) {
        Progress progress = from;
        try (Stream<? extends TrackedEventMessage<?>> stream = events.readEvents(from.token(), false)) {
            Iterator<? extends TrackedEventMessage<?>> unread = stream.iterator();
            List<TrackedEventMessage<?>> batch;
            do {
                batch = nextBatch(unread);
                if (!batch.isEmpty()) {
                    progress = fold(batch);
                }
                // After less than a full batch there is nothing left, or an event was read that must wait.
            } while (batch.size() == batchSize && !stopped.getAsBoolean());
        }
        return progress;
    }

    private Progress fold(List<TrackedEventMessage<?>> batch) {
        Progress next = Progress.after(batch.getLast());
        List<ViewEvent> folded = viewEvents(batch);
        transactions.executeWithoutResult(status -> {
            tables.apply(folded);
            tables.store(next);
        });
        return next;
    }

    /** The next events, up to the first one that the live tables do not have yet. */
    private List<TrackedEventMessage<?>> nextBatch(Iterator<? extends TrackedEventMessage<?>> unread) {
        Progress live = tables.live();
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        while (batch.size() < batchSize && unread.hasNext()) {
            TrackedEventMessage<?> event = unread.next();
            if (!live.includes(event)) {
                return batch;
            }
            batch.add(event);
        }
        return batch;
    }

    private boolean trySwap(Progress progress) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                Progress live = tables.holdLive();
                List<ViewEvent> missing = missing(progress, live);
                if (missing.size() > MOST_AT_SWAP) {
                    return false;
                }
                tables.apply(missing);
                tables.swap();
                return true;
            }));
        } catch (PessimisticLockingFailureException e) {
            // Somebody reads for long, or the live view writes for long: better to try again than to keep all waiting.
            return false;
        }
    }

    private List<ViewEvent> missing(Progress progress, Progress live) {
        try (Stream<? extends TrackedEventMessage<?>> stream = events.readEvents(progress.token(), false)) {
            List<TrackedEventMessage<?>> missing = new ArrayList<>();
            Iterator<? extends TrackedEventMessage<?>> unread = stream.iterator();
            while (missing.size() <= MOST_AT_SWAP && unread.hasNext()) {
                TrackedEventMessage<?> event = unread.next();
                if (live.includes(event)) {
                    missing.add(event);
                }
            }
            return viewEvents(missing);
        }
    }

    private static List<ViewEvent> viewEvents(List<? extends EventMessage<?>> messages) {
        return messages.stream().map(ViewEvent::of).flatMap(Optional::stream).toList();
    }
}
