package io.waypost.platform.eventstore;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event store as a source for pooled processors that tells them at once when there is something to read.
 *
 * <p>The streams of Axon's embedded store cannot do that, so a pooled processor that has read everything looks again only
 * after half a second. Here one thread follows the end of the log and calls all open streams back.
 */
public final class WakingEventSource implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WakingEventSource.class);
    private static final int WAIT_SECONDS = 1;

    private final EmbeddedEventStore store;
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private final Thread follower =
            Thread.ofPlatform().name("event-tail").daemon().unstarted(this::follow);
    private volatile boolean closed;

    WakingEventSource(EmbeddedEventStore store) {
        this.store = store;
    }

    void start() {
        follower.start();
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
    }

    /** Calls the listener from now on whenever something was appended. It must be quick and must not fail. */
    public void onAppend(Runnable listener) {
        callbacks.add(listener);
    }

    /** Ends the calls of a listener. */
    public void forget(Runnable listener) {
        callbacks.remove(listener);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new WakingStream(store.openStream(trackingToken));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    private void follow() {
        while (!closed) {
            try (BlockingStream<TrackedEventMessage<?>> tail = store.openStream(store.createHeadToken())) {
                wakeAll();
                followWhileReadable(tail);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("The event log cannot be followed at the moment", e);
                pause();
            }
        }
    }

    private void followWhileReadable(BlockingStream<TrackedEventMessage<?>> tail) throws InterruptedException {
        while (!closed) {
            if (tail.hasNextAvailable(WAIT_SECONDS, TimeUnit.SECONDS)) {
                do {
                    tail.nextAvailable();
                } while (tail.hasNextAvailable());
                wakeAll();
            }
        }
    }

    private void wakeAll() {
        callbacks.forEach(Runnable::run);
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(WAIT_SECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private final class WakingStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> delegate;
        private Optional<Runnable> callback = Optional.empty();

        WakingStream(BlockingStream<TrackedEventMessage<?>> delegate) {
            this.delegate = delegate;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            callback = Optional.of(onAvailable);
            onAppend(onAvailable);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return delegate.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return delegate.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return delegate.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            delegate.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            callback.ifPresent(WakingEventSource.this::forget);
            delegate.close();
        }
    }
}
