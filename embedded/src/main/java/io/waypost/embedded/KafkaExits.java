package io.waypost.embedded;

import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Kafka from ending the process. A broker on its own exits or halts on trouble it cannot handle, such as a full
 * disk; here that would take down a service whose data are in PostgreSQL and which can do without Kafka for a while.
 */
final class KafkaExits {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaExits.class);

    private KafkaExits() {}

    /** Turns each exit or halt that Kafka asks for into an error in the log and an exception in the thread asking. */
    static void contain() {
        Exit.setExitProcedure(KafkaExits::refuse);
        Exit.setHaltProcedure(KafkaExits::refuse);
    }

    // Exits are not expected to return, so the code behind them must not run: hence the exception.
    private static void refuse(int status, String message) {
        LOG.error("Kafka gave up (status {}): {}", status, message, new IllegalStateException("Called from here"));
        throw new IllegalStateException("Kafka gave up with status " + status);
    }
}
