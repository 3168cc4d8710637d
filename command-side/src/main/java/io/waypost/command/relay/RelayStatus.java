package io.waypost.command.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the relay of this node waits for Kafka. An outage is logged when it begins and when it ends. */
@Component
public class RelayStatus {

    private static final Logger LOG = LoggerFactory.getLogger(RelayStatus.class);

    private final AtomicReference<Optional<Outage>> outage = new AtomicReference<>(Optional.empty());
    private final Clock clock;

    RelayStatus(Clock clock) {
        this.clock = clock;
    }

    /** The outage that the relay waits out; empty if it publishes, has nothing to publish or runs on another node. */
    public Optional<Outage> outage() {
        return outage.get();
    }

    void waiting(String reason) {
        Optional<Outage> known = outage.get();
        if (known.filter(o -> o.reason().equals(reason)).isEmpty()) {
            Instant since = known.map(Outage::since).orElseGet(clock::instant);
            outage.set(Optional.of(new Outage(since, reason)));
            LOG.warn("The Kafka relay waits, and will send all later: {}", reason);
        }
    }

    void acknowledged() {
        outage.getAndSet(Optional.empty())
                .ifPresent(over -> LOG.info(
                        "Kafka acknowledges again after {} s; the relay catches up",
                        Duration.between(over.since(), clock.instant()).toSeconds()));
    }

    /**
     * Why the relay waits.
     *
     * @param since since when
     * @param reason a sentence for operators
     */
    public record Outage(Instant since, String reason) {}
}
