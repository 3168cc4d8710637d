package io.waypost.command.platform;

import io.waypost.command.platform.Progress.Handled;
import io.waypost.platform.eventstore.ProcessorProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Waits until what a command did can be seen by the queries, up to a bound. The views may run in this process or in
 * others: their positions are in the shared database. If that cannot be asked, the answer is that it is not known to be
 * seen: the command is committed all the same.
 */
@Component
public class ReadYourWrites implements AutoCloseable {

    private final PositionWatch views;
    private final Map<String, PositionWatch> policies = new ConcurrentHashMap<>();
    private final ProcessorProgress.Registration registration;
    private final Function<String, PositionWatch> policyWatch;
    private final EventLogHead head;
    private final long timeoutNanos;

    ReadYourWrites(
            ProcessorPositions positions,
            ProcessorProgress processorProgress,
            EventLogHead head,
            @Value("${waypost.read-your-writes.timeout}") Duration timeout,
            @Value("${waypost.read-your-writes.poll-interval}") Duration pollInterval) {
        this.views = new PositionWatch(positions::ofViews, pollInterval);
        this.registration = processorProgress.onAdvance(this::advanced);
        this.policyWatch = name -> new PositionWatch(() -> positions.ofPolicy(name), pollInterval);
        this.head = head;
        this.timeoutNanos = timeout.toNanos();
    }

    /** Waits for every view; whether all of them have come past the position in time. */
    boolean awaitViews(long position) {
        return await(views, position, System.nanoTime() + timeoutNanos);
    }

    /** Waits for policies to act on a position, and then for every view to show what they did, all within one bound. */
    Followed awaitPoliciesAndViews(List<String> names, long position) {
        long deadline = System.nanoTime() + timeoutNanos;
        for (String name : names) {
            if (!await(policies.computeIfAbsent(name, policyWatch), position, deadline)) {
                return new Followed(position, false);
            }
        }
        try {
            // The consequences are events too: who waits for this position waits for them.
            long end = head.position();
            return new Followed(end, await(views, end, deadline));
        } catch (DataAccessException e) {
            return new Followed(position, false);
        }
    }

    @Override
    public void close() {
        registration.close();
    }

    private void advanced(String processor, GapAwareTrackingToken position) {
        Handled handled = Handled.of(position);
        views.advanced(processor, handled);
        Optional.ofNullable(policies.get(processor)).ifPresent(watch -> watch.advanced(processor, handled));
    }

    private static boolean await(PositionWatch watch, long position, long deadline) {
        try {
            return watch.await(position, deadline);
        } catch (DataAccessException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * How far the consequences of a command have come.
     *
     * @param position the end of the log when the policies had acted, or that of the command if one has not yet
     * @param applied whether every view shows it
     */
    record Followed(long position, boolean applied) {}
}
