package io.waypost.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.waypost.command.testing.CommandNode;
import io.waypost.command.testing.TestDatabase;
import io.waypost.embedded.KafkaBroker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Kafka away while the service works. */
@ExtendWith(OutputCaptureExtension.class)
class RelayOutageIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** After this time another node could take over a segment that is not claimed anew. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final KafkaBroker broker = KafkaBroker.start(Optional.empty(), 0);

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aNodeThatStartsWithoutKafkaTakesCommandsAndSendsTheEventsLater(CapturedOutput output) throws SQLException {
        broker.stop();
        try (CommandNode node = startNode()) {
            new CourseLoad(node).run(20, 4);
            await().atMost(SOON)
                    .until(() -> node.bean(RelayStatus.class).outage().isPresent());
            assertThat(log.lag()).isGreaterThanOrEqualTo(100);
            HikariPoolMXBean pool =
                    node.bean(DataSource.class).unwrap(HikariDataSource.class).getHikariPoolMXBean();
            // Others take one for moments only; were one held while the relay waits, there would never be none.
            await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> pool.getActiveConnections() == 0);
            String owner = log.relayOwner();
            await().during(CLAIM)
                    .atMost(CLAIM.plus(SOON))
                    .until(() -> log.relayOwner().equals(owner)
                            && log.relayClaimAge().compareTo(CLAIM) < 0);

            broker.startAgain();
            await().atMost(SOON).until(() -> log.lag() == 0);
            assertThat(node.bean(RelayStatus.class).outage()).isEmpty();
        }
        assertComplete();
        assertThat(output.getAll().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .endsWith("The Kafka relay waits, and will send all later: Kafka cannot be reached");
    }

    @Test
    void whatHappensDuringAnOutageIsSentAfterIt() {
        try (CommandNode node = startNode()) {
            CourseLoad load = new CourseLoad(node);
            load.run(20, 4);
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> load.run(200, 9));
            broker.stop();
            meanwhile.join();
            load.makeCourse("Not sent yet", Optional.empty());
            assertThat(log.lag()).isPositive();
            await().atMost(SOON)
                    .until(() -> node.bean(RelayStatus.class).outage().isPresent());

            meanwhile = CompletableFuture.runAsync(() -> load.run(50, 4));
            broker.startAgain();
            meanwhile.join();
            await().atMost(SOON).until(() -> log.lag() == 0);
        }
        assertComplete();
    }

    @Test
    void aNodeStopsSoonThoughKafkaIsAwayAndTheNextOneSendsTheRest() {
        try (CommandNode node = startNode()) {
            broker.stop();
            new CourseLoad(node).run(10, 4);
            await().atMost(SOON)
                    .until(() -> node.bean(RelayStatus.class).outage().isPresent());
            assertThat(CompletableFuture.runAsync(node::close)).succeedsWithin(SOON);
        }
        broker.startAgain();
        CommandNode next = startNode();
        await().atMost(SOON).until(() -> log.lag() == 0);
        next.close();
        assertComplete();
    }

    private CommandNode startNode() {
        return CommandNode.start(database, Map.of("spring.kafka.bootstrap-servers", broker.bootstrapServers()));
    }

    private void assertComplete() {
        try (PlainConsumer consumer = new PlainConsumer(broker.bootstrapServers(), "waypost.events")) {
            assertThat(consumer.withoutDuplicates())
                    .extracting(PlainConsumer.Received::id)
                    .containsExactlyInAnyOrderElementsOf(log.ids());
            InOrder.assertPerKey(consumer.withoutDuplicates());
        }
    }
}
