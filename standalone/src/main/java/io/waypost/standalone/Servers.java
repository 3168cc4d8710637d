package io.waypost.standalone;

import io.waypost.embedded.DataDirectory;
import io.waypost.embedded.KafkaBroker;
import io.waypost.embedded.Ports;
import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.StartupException;
import io.waypost.embedded.WaypostDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** PostgreSQL and Kafka, started together and ended after the service. */
final class Servers implements AutoCloseable {

    private static final String DATABASE = "waypost";

    /** Unlike the threads of the common pool, these see the classes of an executable jar. */
    private static final Executor BESIDE = Thread::startVirtualThread;

    private final Optional<DataDirectory> directory;
    private final PostgresServer postgres;
    private final WaypostDatabase database;
    private final KafkaBroker kafka;
    private final CompletableFuture<Void> kafkaStarted;

    private Servers(
            Optional<DataDirectory> directory,
            PostgresServer postgres,
            WaypostDatabase database,
            KafkaBroker kafka,
            CompletableFuture<Void> kafkaStarted) {
        this.directory = directory;
        this.postgres = postgres;
        this.database = database;
        this.kafka = kafka;
        this.kafkaStarted = kafkaStarted;
    }

    /**
     * Starts both, and returns when PostgreSQL can be used. Kafka takes longer, and nothing needs it until
     * {@link #awaitKafka}.
     *
     * @throws StartupException if a port is taken or the data directory cannot be used
     */
    static Servers start(Settings settings) {
        Ports.requireFree(settings.httpPort(), "server.port");
        Ports.requireFree(settings.kafkaPort(), "waypost.kafka.port");
        Optional<DataDirectory> directory = settings.dataDirectory().map(DataDirectory::open);
        try {
            KafkaBroker kafka = KafkaBroker.stopped(directory.map(DataDirectory::kafka), settings.kafkaPort());
            CompletableFuture<Void> kafkaStarted = CompletableFuture.runAsync(kafka::startAgain, BESIDE);
            try {
                return withPostgres(directory, settings.postgresPort(), kafka, kafkaStarted);
            } catch (RuntimeException e) {
                kafka.close();
                throw e;
            }
        } catch (RuntimeException e) {
            directory.ifPresent(DataDirectory::close);
            throw explained(e);
        }
    }

    private static Servers withPostgres(
            Optional<DataDirectory> directory, int port, KafkaBroker kafka, CompletableFuture<Void> kafkaStarted) {
        PostgresServer postgres = PostgresServer.start(directory.map(DataDirectory::postgres), port);
        try {
            return new Servers(directory, postgres, WaypostDatabase.ensure(postgres, DATABASE), kafka, kafkaStarted);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static StartupException explained(RuntimeException failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof StartupException known
                ? known
                : new StartupException("PostgreSQL or Kafka did not start: " + cause, failure);
    }

    /**
     * Waits until Kafka can be used.
     *
     * @throws StartupException if it did not start
     */
    void awaitKafka() {
        try {
            kafkaStarted.join();
        } catch (CompletionException e) {
            throw explained(e);
        }
    }

    /** The settings by which the service finds them. */
    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", WaypostDatabase.STANDALONE,
                "spring.flyway.user", WaypostDatabase.OWNER,
                "spring.flyway.url", database.url(),
                "spring.kafka.bootstrap-servers", kafka.bootstrapServers());
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    /** Stops both in good order and frees the data directory. */
    @Override
    public void close() {
        kafka.close();
        postgres.close();
        directory.ifPresent(DataDirectory::close);
    }
}
