package io.waypost.command.platform;

import io.waypost.command.platform.Progress.Handled;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets any number of threads wait until processors have come past a position. What the processors of this process tell is
 * believed; as long as all of them tell, nobody is asked. Otherwise one of the waiting threads at a time asks how far they
 * are: the number of questions does not grow with the number of those who wait.
 */
final class PositionWatch {

    /** A processor that has told nothing for longer may have gone to another process. */
    private static final long TELLING_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** When those who tell are asked all the same. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Supplier<Progress> progress;
    private final long pollNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Waiting> waiting = new HashSet<>();
    private final Map<String, Long> told = new HashMap<>();
    private Progress known = Progress.NONE;
    private long knownAt;
    private boolean asking;

    PositionWatch(Supplier<Progress> progress, Duration pollInterval) {
        this.progress = progress;
        this.pollNanos = pollInterval.toNanos();
        this.knownAt = System.nanoTime() - pollNanos;
    }

    private record Waiting(long target, Condition passed) {}

    /** Waits for the position, until a {@link System#nanoTime()}; whether it was passed. */
    boolean await(long target, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        Waiting self = new Waiting(target, lock.newCondition());
        waiting.add(self);
        try {
            while (!known.covers(target)) {
                long now = System.nanoTime();
                if (deadline - now <= 0) {
                    return false;
                }
                long patience = asking ? pollNanos : knownAt + interval(now) - now;
                if (patience <= 0) {
                    ask();
                } else {
                    self.passed.awaitNanos(Math.min(patience, deadline - now));
                }
            }
            return true;
        } finally {
            waiting.remove(self);
            lock.unlock();
        }
    }

    private long interval(long now) {
        return !known.processors().isEmpty()
                        && known.processors().keySet().stream().allMatch(name -> toldSince(name, now - TELLING_NANOS))
                ? PATIENCE_NANOS
                : pollNanos;
    }

    private boolean toldSince(String processor, long nanos) {
        return told.containsKey(processor) && told.get(processor) - nanos > 0;
    }

    private void ask() {
        asking = true;
        long asked = System.nanoTime();
        Progress answer = known;
        lock.unlock();
        try {
            answer = progress.get();
        } finally {
            lock.lock();
            asking = false;
            learn(answer, asked);
        }
    }

    /** What was told after the question was asked may be newer than the answer. */
    private void learn(Progress answer, long asked) {
        Progress merged = answer;
        for (Map.Entry<String, Handled> each : known.processors().entrySet()) {
            if (toldSince(each.getKey(), asked)) {
                merged = merged.with(each.getKey(), each.getValue());
            }
        }
        learn(merged);
    }

    private void learn(Progress now) {
        known = now;
        knownAt = System.nanoTime();
        for (Waiting each : waiting) {
            if (known.covers(each.target())) {
                each.passed().signal();
            }
        }
    }

    /** What a processor of this process has handled by now. */
    void advanced(String processor, Handled handled) {
        lock.lock();
        try {
            told.put(processor, System.nanoTime());
            if (known.processors().containsKey(processor)) {
                learn(known.with(processor, handled));
            }
        } finally {
            lock.unlock();
        }
    }
}
