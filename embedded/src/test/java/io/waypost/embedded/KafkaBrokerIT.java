package io.waypost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KafkaBrokerIT {

    private static final String TOPIC = "events";
    private static final List<String> MESSAGES =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @TempDir
    private Path temp;

    @Test
    void messagesSurviveStopAndStartAgainOnTheSameAddress() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(Optional.of(temp), 0)) {
            String address = broker.bootstrapServers();
            createTopic(address);
            produce(address, MESSAGES);
            broker.stop();
            broker.stop();
            assertThat(broker.isRunning()).isFalse();
            broker.startAgain();
            broker.startAgain();
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(consume(address)).isEqualTo(MESSAGES);
            produce(address, List.of("later"));
            assertThat(consume(address)).endsWith("later").hasSize(101);
        }
    }

    @Test
    void aFreshStartOnTheDirectoryKeepsTheMessagesAndLogsNoWarning() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            try (KafkaBroker first = KafkaBroker.start(Optional.of(temp), 0)) {
                createTopic(first.bootstrapServers());
                produce(first.bootstrapServers(), MESSAGES);
            }
            try (KafkaBroker second = KafkaBroker.start(Optional.of(temp), 0)) {
                assertThat(consume(second.bootstrapServers())).isEqualTo(MESSAGES);
            }
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void acknowledgedMessagesSurviveAKillOfTheProcess() throws Exception {
        try (ForkedJvm other = ForkedJvm.run(RunKafka.class, temp.toString())) {
            String address = other.readLine();
            createTopic(address);
            produce(address, MESSAGES);
            other.kill();
        }
        try (KafkaBroker broker = KafkaBroker.start(Optional.of(temp), 0)) {
            assertThat(consume(broker.bootstrapServers())).isEqualTo(MESSAGES);
        }
    }

    @Test
    void throwAwayDataAreGoneAfterClose() {
        KafkaBroker broker = KafkaBroker.start(Optional.empty(), 0);
        broker.close();
        broker.close();
        assertThat(broker.isRunning()).isFalse();
        assertThatThrownBy(broker::startAgain).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPortInUseIsRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KafkaBroker.start(Optional.of(temp), taken.getLocalPort()))
                    .isInstanceOf(StartupException.class)
                    .hasMessage("Port %d (waypost.kafka.port) is already in use", taken.getLocalPort());
        }
    }

    @Test
    void anExitThatKafkaAsksForLeavesTheProcessAlone() {
        KafkaExits.contain();
        assertThatThrownBy(() -> Exit.halt(1, "disk full")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Exit.exit(1)).isInstanceOf(IllegalStateException.class);
    }

    private static void createTopic(String address) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void produce(String address, List<String> messages) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String message : messages) {
                producer.send(new ProducerRecord<>(TOPIC, message)).get();
            }
        }
    }

    /** Everything in the topic, read with a consumer group, which needs the broker's internal topics. */
    private static List<String> consume(String address) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                address,
                "group.id",
                "reader-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest");
        List<String> received = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (System.nanoTime() < deadline
                    && (received.isEmpty() || consumer.currentLag(partition()).orElse(1) > 0)) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> received.add(message.value()));
            }
            assertThatCode(consumer::commitSync).doesNotThrowAnyException();
        }
        return received;
    }

    private static TopicPartition partition() {
        return new TopicPartition(TOPIC, 0);
    }
}
