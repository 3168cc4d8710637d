package io.waypost.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Brings a service into the state that it keeps. Two cores that a load keeps busy leave the optimising JIT so little that
 * its queue is still long after five minutes, and what waits in it runs at a fraction of its speed: so the load pauses again
 * and again, and the JIT catches up.
 *
 * @param rounds how often each load is on
 * @param load how long each time
 * @param pause how long nothing is asked after it
 */
record WarmUp(int rounds, Duration load, Duration pause) {

    /** Each of the loads in turn, from so many clients. */
    void run(int clients, List<IntFunction<Load.Client>> loads) {
        Load once = new Load(clients, Duration.ZERO, load);
        try {
            for (int i = 0; i < rounds; i++) {
                for (IntFunction<Load.Client> each : loads) {
                    once.atFullSpeed(each);
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
