package io.waypost.query.platform;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of a batch that a view folds and hands them to it at once, in the transaction that also stores the
 * token. It takes every event, also those the view has no use for: the stored token then says how far the view has come, and
 * commands wait for that. A batch of nothing but those costs one statement.
 */
final class ViewEventHandler implements EventMessageHandler {

    private final View view;
    private final ReadSchema live;
    private final TransactionManager transactions;

    ViewEventHandler(View view, ReadSchema live, TransactionManager transactions) {
        this.view = view;
        this.live = live;
        this.transactions = transactions;
    }

    @Override
    public Object handle(EventMessage<?> event) {
        if (view.folds().stream().anyMatch(type -> type.isInstance(event.getPayload()))) {
            UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
            List<ViewEvent> batch = unitOfWork.getOrComputeResource(view.name(), key -> newBatch(unitOfWork));
            ViewEvent.of(event).ifPresent(batch::add);
        }
        return event;
    }

    private List<ViewEvent> newBatch(UnitOfWork<?> unitOfWork) {
        List<ViewEvent> batch = new ArrayList<>();
        unitOfWork.attachTransaction(transactions);
        unitOfWork.onPrepareCommit(u -> view.apply(List.copyOf(batch), live));
        return batch;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
