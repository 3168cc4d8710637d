package io.waypost.command.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets any number of threads wait until processors have come past a position, while one of them at a time asks how far
 * they are: the number of questions does not grow with the number of those who wait.
 */
final class PositionWatch {

    private final Supplier<Progress> progress;
    private final long pollNanos;
    private final Semaphore advanced = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean asking;
    private Progress known = Progress.NONE;

    PositionWatch(Supplier<Progress> progress, Duration pollInterval) {
        this.progress = progress;
        this.pollNanos = pollInterval.toNanos();
    }

    /** Waits for the position, until a {@link System#nanoTime()}; whether it was passed. */
    boolean await(long target, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!known.covers(target)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                if (asking) {
                    changed.await(left, TimeUnit.NANOSECONDS);
                } else {
                    ask(target);
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void ask(long target) throws InterruptedException {
        asking = true;
        Progress answer = known;
        lock.unlock();
        try {
            answer = progress.get();
            if (!answer.covers(target)) {
                pause();
            }
        } finally {
            lock.lock();
            asking = false;
            known = answer;
            changed.signalAll();
        }
    }

    /** Waits a moment, or until something in this process says that a processor has come further. */
    private void pause() throws InterruptedException {
        if (advanced.tryAcquire(pollNanos, TimeUnit.NANOSECONDS)) {
            advanced.drainPermits();
        }
    }

    /** Says that a processor has come further. */
    void advanced() {
        if (advanced.availablePermits() == 0) {
            advanced.release();
        }
    }
}
