package io.waypost.platform.eventstore;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The log behind a token, page by page. A page that is not full is the last: Axon's own way asks once more, which doubles
 * the questions of whoever follows the end of the log.
 */
final class LogPages extends Spliterators.AbstractSpliterator<TrackedEventData<?>> {

    private final int size;
    private final Source source;
    private Optional<TrackingToken> token;
    private Iterator<? extends TrackedEventData<?>> page =
            List.<TrackedEventData<?>>of().iterator();
    private boolean last;

    LogPages(Optional<TrackingToken> token, int size, Source source) {
        super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED | Spliterator.DISTINCT);
        this.token = token;
        this.size = size;
        this.source = source;
    }

    /** Reads a page of at least so many events, if there are as many. */
    @FunctionalInterface
    interface Source {

        List<? extends TrackedEventData<?>> after(@Nullable TrackingToken token, int size);
    }

    @Override
    public boolean tryAdvance(Consumer<? super TrackedEventData<?>> action) {
        if (!page.hasNext() && !last) {
            List<? extends TrackedEventData<?>> read = source.after(token.orElse(null), size);
            last = read.size() < size;
            page = read.iterator();
        }
        if (!page.hasNext()) {
            return false;
        }
        TrackedEventData<?> event = page.next();
        token = Optional.of(event.trackingToken());
        action.accept(event);
        return true;
    }
}
