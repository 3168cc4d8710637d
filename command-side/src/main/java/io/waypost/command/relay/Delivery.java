package io.waypost.command.relay;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Records that are handed to a producer, and which of them the broker has acknowledged.
 *
 * <p>The first failure ends the producer, at once and in the thread that learns of it. Otherwise the producer would go on
 * with the next records, and one with the same key would come before the one that failed. So what is acknowledged of a
 * partition is always the beginning of what was to be sent, and the rest can be sent anew.
 */
final class Delivery {

    private final Producer<String, byte[]> producer;
    private final List<ProducerRecord<String, byte[]>> records;
    private final BitSet acknowledged = new BitSet();
    private int acknowledgements;
    private Optional<Exception> failure = Optional.empty();

    Delivery(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        this.producer = producer;
        this.records = List.copyOf(records);
    }

    /** Hands the records over, up to the first that fails at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    void send() {
        for (int i = 0; i < records.size() && failure().isEmpty(); i++) {
            int index = i;
            try {
                producer.send(records.get(i), (metadata, e) -> answered(index, e));
            } catch (KafkaException | IllegalStateException e) {
                fail(e);
            }
        }
    }

    /** Waits until all are acknowledged or one has failed; false if the time runs out before. */
    synchronized boolean await(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        try {
            while (!isOver()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Ends the producer; what is not acknowledged by then has failed. */
    void fail(Exception cause) {
        synchronized (this) {
            if (failure.isPresent()) {
                return;
            }
            failure = Optional.of(cause);
            notifyAll();
        }
        producer.close(Duration.ZERO);
    }

    /** How many are acknowledged. */
    synchronized int acknowledged() {
        return acknowledgements;
    }

    /** Those that are not acknowledged, in order. */
    synchronized List<ProducerRecord<String, byte[]>> unacknowledged() {
        return IntStream.range(0, records.size())
                .filter(i -> !acknowledged.get(i))
                .mapToObj(records::get)
                .toList();
    }

    /** Why it failed, if it did. */
    synchronized Optional<Exception> failure() {
        return failure;
    }

    private void answered(int index, @Nullable Exception failed) {
        if (failed == null) {
            acknowledge(index);
        } else {
            fail(failed);
        }
    }

    private synchronized void acknowledge(int index) {
        acknowledged.set(index);
        acknowledgements++;
        if (isOver()) {
            notifyAll();
        }
    }

    private boolean isOver() {
        return failure.isPresent() || acknowledgements == records.size();
    }
}
