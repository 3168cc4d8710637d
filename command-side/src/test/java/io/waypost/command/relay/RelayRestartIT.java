package io.waypost.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waypost.command.relay.PlainConsumer.Received;
import io.waypost.command.testing.CommandNode;
import io.waypost.command.testing.TestDatabase;
import io.waypost.embedded.KafkaBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay ends, well or badly, and another one goes on. */
class RelayRestartIT {

    /** Ample: 10 s until a dead node's claim is over, and some to look for it. */
    private static final Duration TAKEOVER = Duration.ofMinutes(2);

    /** Ample: a node of its own starts and works. */
    private static final Duration START = Duration.ofMinutes(5);

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(database);
    private final KafkaBroker broker = KafkaBroker.start(Optional.empty(), 0);
    private final Map<String, String> settings = Map.of("spring.kafka.bootstrap-servers", broker.bootstrapServers());

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aRestartLosesNothingAndSendsNothingTwice() {
        for (int start = 0; start < 2; start++) {
            try (CommandNode node = CommandNode.start(database, settings)) {
                new CourseLoad(node).run(20, 4);
            }
        }
        try (CommandNode node = CommandNode.start(database, settings)) {
            await().atMost(TAKEOVER).until(() -> log.lag() == 0);
            assertThat(node.bean(RelayStatus.class).outage()).isEmpty();
        }
        try (PlainConsumer consumer = consumer()) {
            List<Received> received = consumer.all();
            assertThat(received).extracting(Received::id).containsExactlyInAnyOrderElementsOf(log.ids());
            InOrder.assertPerKey(received);
        }
    }

    @Test
    void whenANodeIsKilledInTheMiddleOfItsWorkAnotherOneTakesOver() throws IOException {
        try (LoadedNode killed = LoadedNode.start(CommandNode.arguments(database, settings))) {
            await().atMost(START).until(log::hasEvents);
            try (CommandNode other = CommandNode.start(database, settings)) {
                int before = log.ids().size();
                await().atMost(START).until(() -> log.ids().size() > before + 500 && log.relayed() > before);
                String owner = log.relayOwner();
                killed.kill();
                new CourseLoad(other).run(20, 4);
                await().atMost(TAKEOVER).until(() -> log.lag() == 0);
                assertThat(log.relayOwner()).isNotEqualTo(owner);
            }
        }
        try (PlainConsumer consumer = consumer()) {
            List<Received> fresh = consumer.withoutDuplicates();
            assertThat(fresh).extracting(Received::id).containsExactlyInAnyOrderElementsOf(log.ids());
            InOrder.assertPerKey(fresh);
        }
    }

    private PlainConsumer consumer() {
        return new PlainConsumer(broker.bootstrapServers(), "waypost.events");
    }
}
