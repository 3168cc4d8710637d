package io.waypost.command.relay;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.Message;
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
    private final TransactionManager transactions;

    KafkaRelay(EventPublisher publisher, EventRecords records, TransactionManager transactions) {
        this.publisher = publisher;
        this.records = records;
        this.transactions = transactions;
    }

    /** Publishes the whole batch with its first page; the others come when it is done. */
    @EventHandler
    void on(EventPage first, UnitOfWork<?> unitOfWork) {
        if (unitOfWork.resources().putIfAbsent(PUBLISHED, true) == null) {
            List<EventPage> pages = pages(unitOfWork).toList();
            publisher.publish(write(pages));
            pages.forEach(page -> page.published().run());
            // For the position, which is stored next: not earlier, or a connection would be held while the broker is
            // away.
            unitOfWork.attachTransaction(transactions);
        }
    }

    private static Stream<EventPage> pages(UnitOfWork<?> unitOfWork) {
        return ((BatchingUnitOfWork<?>) unitOfWork)
                .getMessages().stream().map(Message::getPayload).map(EventPage.class::cast);
    }

    private List<ProducerRecord<String, byte[]>> write(List<EventPage> pages) {
        return pages.stream()
                .flatMap(page -> page.events().stream())
                .map(records::write)
                .toList();
    }
}
