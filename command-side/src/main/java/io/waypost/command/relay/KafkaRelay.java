package io.waypost.command.relay;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Publishes every event to Kafka, a batch of its processor at a time. The processor stores its position when the batch is
 * over, and the batch is over when the broker has acknowledged all of it.
 *
 * <p>It cannot be reset: what was published is not published again.
 */
@ProcessingGroup(KafkaRelay.PROCESSOR)
@DisallowReplay
class KafkaRelay {

    /** The processor's name, under which its position is kept. */
    static final String PROCESSOR = "kafka-relay";

    private static final String PUBLISHED = KafkaRelay.class.getName();

    private final EventPublisher publisher;
    private final EventRecords records;
    private final EventPositions positions;
    private final TransactionManager transactions;

    KafkaRelay(
            EventPublisher publisher, EventRecords records, EventPositions positions, TransactionManager transactions) {
        this.publisher = publisher;
        this.records = records;
        this.positions = positions;
        this.transactions = transactions;
    }

    /** Publishes the whole batch with its first event; the others come when it is done. */
    @EventHandler
    void on(EventMessage<?> event, UnitOfWork<?> unitOfWork) {
        if (unitOfWork.resources().putIfAbsent(PUBLISHED, true) == null) {
            List<DomainEventMessage<?>> batch = batch(unitOfWork);
            publisher.publish(write(batch));
            // For the position, which is stored next. See RelayTransactions.
            unitOfWork.attachTransaction(transactions);
        }
    }

    private static List<DomainEventMessage<?>> batch(UnitOfWork<?> unitOfWork) {
        return ((BatchingUnitOfWork<?>) unitOfWork)
                .getMessages().stream()
                        .<DomainEventMessage<?>>map(message -> (DomainEventMessage<?>) message)
                        .toList();
    }

    private List<ProducerRecord<String, byte[]>> write(List<DomainEventMessage<?>> batch) {
        Map<String, Long> known = positions.of(
                batch.stream().map(DomainEventMessage::getIdentifier).toList());
        return batch.stream()
                .map(event -> records.write(event, Objects.requireNonNull(known.get(event.getIdentifier()))))
                .toList();
    }
}
