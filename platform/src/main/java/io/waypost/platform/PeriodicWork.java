package io.waypost.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, with a pause in between, until it is closed. */
public final class PeriodicWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWork.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    private final Runnable work;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private PeriodicWork(String name, Duration pause, Runnable work) {
        this.work = work;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::repeat);
    }

    /**
     * Starts at once, with a pause first.
     *
     * @param name the name of the thread
     * @param pause the time between the end of one turn and the next
     * @param work one turn; when it throws, the next turn comes all the same
     */
    public static PeriodicWork start(String name, Duration pause, Runnable work) {
        PeriodicWork started = new PeriodicWork(name, pause, work);
        started.thread.start();
        return started;
    }

    /** Lets the present turn end, for up to 15 seconds; there is no other after it. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                LOG.info("{} did not end in time", thread.getName());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A turn of {} failed; there will be another", thread.getName(), e);
        }
    }
}
