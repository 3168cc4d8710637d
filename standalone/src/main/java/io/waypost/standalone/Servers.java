package io.waypost.standalone;

import io.waypost.embedded.DataDirectory;
import io.waypost.embedded.KafkaBroker;
import io.waypost.embedded.Ports;
import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.StartupException;
import io.waypost.embedded.WaypostDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL and Kafka, started together and ended after the service. */
final class Servers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static final String DATABASE = "waypost";

    /** Unlike the threads of the common pool, these see the classes of an executable jar. */
    private static final Executor BESIDE = Thread::startVirtualThread;

    private final Optional<DataDirectory> directory;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final WaypostDatabase database;

    private Servers(
            Optional<DataDirectory> directory, PostgresServer postgres, KafkaBroker kafka, WaypostDatabase database) {
        this.directory = directory;
        this.postgres = postgres;
        this.kafka = kafka;
        this.database = database;
    }

    /**
     * Starts both at the same time.
     *
     * @throws StartupException if a port is taken or the data directory cannot be used
     */
    static Servers start(Settings settings) {
        Ports.requireFree(settings.httpPort(), "server.port");
        Optional<DataDirectory> directory = settings.dataDirectory().map(DataDirectory::open);
        Optional<Path> postgresData = directory.map(DataDirectory::postgres);
        Optional<Path> kafkaData = directory.map(DataDirectory::kafka);
        CompletableFuture<PostgresServer> postgres = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(postgresData, settings.postgresPort()), BESIDE);
        CompletableFuture<KafkaBroker> kafka =
                CompletableFuture.supplyAsync(() -> KafkaBroker.start(kafkaData, settings.kafkaPort()), BESIDE);
        try {
            CompletableFuture.allOf(postgres, kafka).join();
            WaypostDatabase database = WaypostDatabase.ensure(postgres.join(), DATABASE);
            return new Servers(directory, postgres.join(), kafka.join(), database);
        } catch (RuntimeException e) {
            closeIfStarted(postgres);
            closeIfStarted(kafka);
            directory.ifPresent(DataDirectory::close);
            throw explained(e);
        }
    }

    private static StartupException explained(RuntimeException failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof StartupException known
                ? known
                : new StartupException("PostgreSQL or Kafka did not start: " + cause, failure);
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> server) {
        try (AutoCloseable started = server.join()) {
            LOG.debug("{} is closed because the other did not start", started);
        } catch (Exception e) {
            LOG.debug("It did not start, or could not be closed", e);
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
