package io.waypost.query.platform;

import io.waypost.platform.eventstore.ViewProgress;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of a batch and hands them to a view at once, in the transaction that also stores the token. It takes
 * every event, also those the view has no use for: the stored token then says how far the view has come, and commands
 * wait for that.
 */
final class ViewEventHandler implements EventMessageHandler {

    private final View view;
    private final ReadSchema live;
    private final ViewProgress progress;

    ViewEventHandler(View view, ReadSchema live, ViewProgress progress) {
        this.view = view;
        this.live = live;
        this.progress = progress;
    }

    @Override
    public Object handle(EventMessage<?> event) {
        List<ViewEvent> batch = CurrentUnitOfWork.get().getOrComputeResource(view.name(), this::newBatch);
        ViewEvent.of(event).ifPresent(batch::add);
        return event;
    }

    private List<ViewEvent> newBatch(String key) {
        List<ViewEvent> batch = new ArrayList<>();
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        unitOfWork.onPrepareCommit(u -> view.apply(List.copyOf(batch), live));
        unitOfWork.afterCommit(u -> progress.advanced());
        return batch;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
