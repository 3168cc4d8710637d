package io.waypost.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Sends records and comes back when the broker has acknowledged every one, however long that takes. One thread at a time
 * publishes.
 */
final class EventPublisher implements AutoCloseable {

    /** A producer that does not come through for so long is replaced: the topic may be gone, or its cluster. */
    private static final Duration PRODUCER_PATIENCE = Duration.ofSeconds(30);

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final EventTopic topic;
    private final RelayStatus status;
    private final Duration patience;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Producer<String, byte[]>> producer = Optional.empty();

    /**
     * @param patience longer than this without an acknowledgement, the broker counts as away
     */
    EventPublisher(KafkaClients clients, EventTopic topic, RelayStatus status, Duration patience) {
        this.clients = clients;
        this.topic = topic;
        this.status = status;
        this.patience = patience;
    }

    /** Lets {@link #publish} wait from now on. */
    void start() {
        stopped = new CountDownLatch(1);
    }

    /** Lets {@link #publish} come back soon, even if the broker is away. */
    void stop() {
        stopped.countDown();
    }

    /** Ends the producer. */
    @Override
    public void close() {
        stop();
        discardProducer();
    }

    /**
     * Sends the records in their order.
     *
     * @throws RelayStopped if the service stops and the broker does not answer
     */
    void publish(List<ProducerRecord<String, byte[]>> records) {
        List<ProducerRecord<String, byte[]>> left = records;
        while (!left.isEmpty()) {
            left = attempt(left);
        }
        status.acknowledged();
    }

    private List<ProducerRecord<String, byte[]>> attempt(List<ProducerRecord<String, byte[]>> records) {
        try {
            Delivery delivery = new Delivery(openProducer(), records);
            delivery.send();
            await(delivery);
            delivery.failure().ifPresent(this::failed);
            return delivery.unacknowledged();
        } catch (InterruptException e) {
            discardProducer();
            throw e;
        } catch (KafkaException e) {
            failed(e);
            return records;
        }
    }

    private void await(Delivery delivery) {
        int acknowledged = 0;
        long heard = System.nanoTime();
        while (!delivery.await(TICK)) {
            if (delivery.acknowledged() > acknowledged) {
                acknowledged = delivery.acknowledged();
                heard = System.nanoTime();
            }
            Duration silence = Duration.ofNanos(System.nanoTime() - heard);
            if (silence.compareTo(PRODUCER_PATIENCE) > 0) {
                delivery.fail(new TimeoutException("No acknowledgement"));
            } else if (silence.compareTo(patience) > 0) {
                waiting("Kafka cannot be reached");
            }
        }
    }

    private void failed(Exception failure) {
        discardProducer();
        waiting(failure instanceof RetriableException ? "Kafka cannot be reached" : failure.toString());
        try {
            if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RelayStopped();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void waiting(String reason) {
        if (stopped.getCount() == 0) {
            discardProducer();
            throw new RelayStopped();
        }
        status.waiting(reason);
    }

    private synchronized Producer<String, byte[]> openProducer() {
        if (producer.isEmpty()) {
            topic.ensureExists();
            producer = Optional.of(clients.producer());
        }
        return producer.get();
    }

    private synchronized void discardProducer() {
        producer.ifPresent(p -> p.close(Duration.ZERO));
        producer = Optional.empty();
    }
}
