package io.waypost.query.projections;

import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import io.waypost.platform.eventstore.LogEvent;
import io.waypost.platform.eventstore.StoredEvents;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rebuild of one view folds, batch by batch. Events that the view does not fold are not even read; the position
 * moves on past them all the same.
 *
 * @param events the log
 * @param without the types of events to leave out
 * @param size how many events a batch has at most
 */
record EventBatches(StoredEvents events, Set<EventType> without, int size) {

    /** So many positions at a time, or it could be long until one sees that a rebuild of rare events moves on. */
    private static final long MOST_POSITIONS = 500_000;

    /**
     * Some events.
     *
     * @param events what to fold next
     * @param progress what has been folded in then
     */
    record Batch(List<ViewEvent> events, Progress progress) {}

    /** The batches for a view. */
    static EventBatches of(View view, EventCatalog catalog, StoredEvents events, int size) {
        Set<EventType> without = catalog.all().stream()
                .filter(type -> view.folds().stream().noneMatch(kind -> kind.isAssignableFrom(type.payload())))
                .collect(Collectors.toUnmodifiableSet());
        return new EventBatches(events, without, size);
    }

    /**
     * The next events that have been folded into the live tables, but not here.
     *
     * @param from what has been folded in here; no farther than the live tables
     * @param live what has been folded into the live tables
     */
    Batch next(Progress from, Progress live) {
        List<LogEvent> found = new ArrayList<>();
        Set<Long> closed = from.gapsClosedBy(live);
        if (!closed.isEmpty()) {
            found.addAll(events.at(closed, without));
        }
        StoredEvents.Slice slice = events.between(
                from.position(),
                Math.min(live.position(), from.position() + MOST_POSITIONS),
                live.gaps(),
                without,
                size);
        found.addAll(slice.events());
        return new Batch(found.stream().map(EventBatches::viewEvent).toList(), live.upTo(slice.last()));
    }

    private static ViewEvent viewEvent(LogEvent event) {
        return new ViewEvent(event.id(), event.payload(), event.version(), event.at());
    }
}
