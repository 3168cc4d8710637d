package io.waypost.platform.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * Tells who waits for it how far the processors of this process have come. Nothing is told here of those that run in other
 * processes: their positions are in the database, as those of all are.
 */
public final class ProcessorProgress {

    private final Set<Registered> listeners = ConcurrentHashMap.newKeySet();

    /** A processor has committed a batch of events, and its position with it. */
    void advanced(String processor, GapAwareTrackingToken position) {
        listeners.forEach(registered -> registered.listener.advanced(processor, position));
    }

    /**
     * Calls the listener after every batch, on the thread of the processor.
     *
     * @return ends the calls when it is closed
     */
    public Registration onAdvance(Listener listener) {
        Registered registered = new Registered(listener);
        listeners.add(registered);
        return registered;
    }

    /** Is told after each batch. It must be quick and must not fail. */
    @FunctionalInterface
    public interface Listener {

        /**
         * A processor has come further.
         *
         * @param processor its name
         * @param position how far it has come
         */
        void advanced(String processor, GapAwareTrackingToken position);
    }

    /** A listener's place; closing it ends the calls. */
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }

    private final class Registered implements Registration {

        private final Listener listener;

        Registered(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }
}
