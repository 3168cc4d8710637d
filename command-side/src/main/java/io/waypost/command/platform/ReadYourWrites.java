package io.waypost.command.platform;

import io.waypost.platform.eventstore.ViewProgress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Waits until what a command did can be seen by the queries, up to a bound. The views may run in this process or in
 * others: their positions are in the shared database.
 */
@Component
public class ReadYourWrites implements AutoCloseable {

    private final PositionWatch views;
    private final Map<String, PositionWatch> policies = new ConcurrentHashMap<>();
    private final ViewProgress.Registration registration;
    private final Function<String, PositionWatch> policyWatch;

    ReadYourWrites(
            ProcessorPositions positions,
            ViewProgress viewProgress,
            @Value("${waypost.read-your-writes.timeout}") Duration timeout,
            @Value("${waypost.read-your-writes.poll-interval}") Duration pollInterval) {
        this.views = new PositionWatch(positions::ofViews, timeout, pollInterval);
        this.registration = viewProgress.onAdvance(views::advanced);
        this.policyWatch = name -> new PositionWatch(() -> positions.ofPolicy(name), timeout, pollInterval);
    }

    /** Waits for every view; false if the time ran out, or the database cannot be asked. */
    boolean awaitViews(long position) {
        return await(views, position);
    }

    /** Waits for a policy; false if the time ran out, or the database cannot be asked. */
    boolean awaitPolicy(String name, long position) {
        return await(policies.computeIfAbsent(name, policyWatch), position);
    }

    @Override
    public void close() {
        registration.close();
    }

    private static boolean await(PositionWatch watch, long position) {
        try {
            return watch.await(position);
        } catch (DataAccessException e) {
            // The command is committed; only whether the views show it is unknown.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
