package io.waypost.command.relay;

import io.waypost.platform.eventstore.StoredEvent;
import io.waypost.platform.eventstore.StoredEventReader;
import io.waypost.platform.eventstore.WakingEventSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Reads ahead of the relay, up to a bound. One thread reads; it is called back when there is more to read, because something
 * was appended or because the relay has published what it had.
 */
final class PageStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Enough that a query costs little per event. */
    private static final int EVENTS_PER_PAGE = 500;

    /** How much JSON may be read and not published: more than is sent at once, so that the next batch need not be waited for. */
    private static final long READ_AHEAD_CHARACTERS = 4L * 1024 * 1024;

    /** Not everything is told: what appears in a gap, or while the log cannot be followed. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final StoredEventReader reader;
    private final WakingEventSource log;
    private final AtomicLong unpublished = new AtomicLong();
    private final Runnable listener = this::wake;
    private volatile boolean mayHaveMore = true;
    private volatile Runnable callback = () -> {};
    private boolean lastWasFull;
    private long lookedAt;
    private Optional<TrackedEventMessage<?>> next = Optional.empty();

    PageStream(StoredEventReader reader, WakingEventSource log) {
        this.reader = reader;
        this.log = log;
        log.onAppend(listener);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next.isEmpty() && isWorthALook()) {
            next = read();
        }
        return next;
    }

    @Override
    public boolean hasNextAvailable() {
        return peek().isPresent();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!hasNextAvailable() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return next.isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        hasNextAvailable(Integer.MAX_VALUE, TimeUnit.DAYS);
        TrackedEventMessage<?> page = next.orElseThrow();
        next = Optional.empty();
        return page;
    }

    @Override
    public void close() {
        log.forget(listener);
        callback = () -> {};
    }

    /** Unless there are whole pages, what comes while the relay is at work is left to become one page, and not many. */
    private boolean isWorthALook() {
        long waiting = unpublished.get();
        return lastWasFull
                ? waiting < READ_AHEAD_CHARACTERS
                : waiting == 0 && (mayHaveMore || System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS);
    }

    private Optional<TrackedEventMessage<?>> read() {
        mayHaveMore = false;
        lookedAt = System.nanoTime();
        List<StoredEvent> events = reader.next(EVENTS_PER_PAGE);
        lastWasFull = events.size() >= EVENTS_PER_PAGE;
        return events.isEmpty() ? Optional.empty() : Optional.of(message(events));
    }

    private TrackedEventMessage<EventPage> message(List<StoredEvent> events) {
        long size = events.stream().mapToLong(event -> event.payload().length()).sum();
        unpublished.addAndGet(size);
        EventPage page = new EventPage(events, () -> {
            unpublished.addAndGet(-size);
            callback.run();
        });
        return new GenericTrackedEventMessage<>(reader.token(), new GenericEventMessage<>(page));
    }

    private void wake() {
        mayHaveMore = true;
        callback.run();
    }
}
