package io.waypost.platform.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells who waits for it that a view of this process has folded more events. Only a hint to look again at once: what
 * another process folds is not told here.
 */
public final class ViewProgress {

    private final Set<Registered> listeners = ConcurrentHashMap.newKeySet();

    /** A view has committed a batch of events. */
    public void advanced() {
        listeners.forEach(registered -> registered.listener.run());
    }

    /**
     * Calls the listener after every batch, on the thread of the view: it must be quick and must not fail.
     *
     * @return ends the calls when it is closed
     */
    public Registration onAdvance(Runnable listener) {
        Registered registered = new Registered(listener);
        listeners.add(registered);
        return registered;
    }

    /** A listener's place; closing it ends the calls. */
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }

    private final class Registered implements Registration {

        private final Runnable listener;

        Registered(Runnable listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }
}
