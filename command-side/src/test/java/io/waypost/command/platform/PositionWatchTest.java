package io.waypost.command.platform;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.command.platform.Progress.Handled;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PositionWatchTest {

    private static final Duration POLL = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong stored = new AtomicLong(-1);
    private final AtomicInteger questions = new AtomicInteger();
    private final PositionWatch watch = new PositionWatch(this::answer, POLL);

    @Test
    void findsOutWhatProcessorsOfOtherProcessesHandled() {
        CompletableFuture<Boolean> waiting = supplyAsync(() -> passes(5, LONG));
        await().until(() -> questions.get() > 1);

        stored.set(5);

        assertThat(waiting.join()).isTrue();
    }

    @Test
    void believesWhatIsTold() {
        stored.set(1);
        assertThat(passes(1, LONG)).isTrue();

        watch.advanced("view", new Handled(5, Set.of()));

        assertThat(passes(5, LONG)).isTrue();
        assertThat(questions).hasValue(1);
    }

    @Test
    void letsAllGoOnWhomItConcerns() {
        stored.set(1);
        passes(1, LONG);
        CompletableFuture<Boolean> third = supplyAsync(() -> passes(3, LONG));
        CompletableFuture<Boolean> fifth = supplyAsync(() -> passes(5, LONG));
        CompletableFuture<Boolean> ninth = supplyAsync(() -> passes(9, Duration.ofSeconds(1)));

        watch.advanced("view", new Handled(5, Set.of()));
        stored.set(5);

        assertThat(third.join()).isTrue();
        assertThat(fifth.join()).isTrue();
        assertThat(ninth.join()).isFalse();
    }

    @Test
    void keepsWhatWasToldWhileItAsked() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger slowQuestions = new AtomicInteger();
        PositionWatch slow = new PositionWatch(
                () -> {
                    if (slowQuestions.incrementAndGet() == 2) {
                        asked.countDown();
                        wait(told);
                    }
                    return new Progress(Map.of("view", new Handled(1, Set.of())));
                },
                POLL);
        CompletableFuture<Boolean> waiting = supplyAsync(() -> passes(slow, 5, LONG));
        wait(asked);

        slow.advanced("view", new Handled(5, Set.of()));
        told.countDown();

        assertThat(waiting.join()).isTrue();
    }

    @Test
    void asksWhenSomebodyTellsNothing() {
        stored.set(1);
        passes(1, LONG);
        watch.advanced("view", new Handled(2, Set.of()));
        CompletableFuture<Boolean> waiting = supplyAsync(() -> passes(5, LONG));

        stored.set(5);

        assertThat(waiting.join()).isTrue();
    }

    @Test
    void doesNotTakeAGapForHandled() {
        stored.set(1);
        passes(1, LONG);

        watch.advanced("view", new Handled(7, Set.of(5L)));

        assertThat(passes(6, LONG)).isTrue();
        assertThat(passes(5, Duration.ofMillis(50))).isFalse();
    }

    @Test
    void givesUpInTime() {
        assertThat(passes(5, Duration.ofMillis(50))).isFalse();
    }

    private Progress answer() {
        questions.incrementAndGet();
        return new Progress(Map.of("view", new Handled(stored.get(), Set.of())));
    }

    private boolean passes(long target, Duration time) {
        return passes(watch, target, time);
    }

    private static boolean passes(PositionWatch watch, long target, Duration time) {
        try {
            return watch.await(target, System.nanoTime() + time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
