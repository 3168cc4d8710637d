package io.waypost.standalone;

import io.waypost.embedded.KafkaBroker;
import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.StartupException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The whole service in this process: PostgreSQL, Kafka and both sides. */
final class RunningWaypost implements AutoCloseable {

    private final Servers servers;
    private final ConfigurableApplicationContext context;

    private RunningWaypost(Servers servers, ConfigurableApplicationContext context) {
        this.servers = servers;
        this.context = context;
    }

    /**
     * Starts everything.
     *
     * @param args Spring properties such as {@code --server.port=0} and {@code --waypost.data-dir=}
     * @throws StartupException if a port is taken or the data directory cannot be used
     */
    static RunningWaypost start(String... args) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        // Until Spring has set logging up, PostgreSQL and Kafka would write everything they have to say to the console.
        LoggingSystem.get(RunningWaypost.class.getClassLoader()).beforeInitialize();
        ConfigurableEnvironment environment = Settings.environment(args);
        Servers servers = Servers.start(Settings.of(environment));
        // Run after the contexts are closed, also when the process is told to end before everything has started.
        SpringApplication.getShutdownHandlers().add(servers::close);
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", servers.properties()));
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(StandaloneApplication.class)
                    .environment(environment)
                    .initializers(starting ->
                            starting.getBeanFactory().registerSingleton("kafkaFirst", new KafkaFirst(servers)))
                    .run(args);
            return new RunningWaypost(servers, context);
        } catch (RuntimeException e) {
            servers.close();
            throw e.getCause() instanceof StartupException known ? known : e;
        }
    }

    /** Where it answers, without a slash at the end. */
    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    PostgresServer postgres() {
        return servers.postgres();
    }

    KafkaBroker kafka() {
        return servers.kafka();
    }

    /** Finishes what is under way, then ends both sides, Kafka and PostgreSQL in this order. */
    @Override
    public void close() {
        context.close();
        servers.close();
    }
}
