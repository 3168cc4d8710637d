package io.waypost.standalone;

import io.waypost.command.CommandSideApplication;
import io.waypost.embedded.StartupException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Waypost in one command: starts PostgreSQL and Kafka, then both sides on one port. */
@SpringBootApplication
@Import(CommandSideApplication.class)
public class StandaloneApplication {

    /** Starts everything; says in one line what is in the way, and ends with 1, if it cannot. */
    public static void main(String[] args) {
        try {
            start(args);
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            // Spring Boot has said why; threads of Kafka would keep the process alive.
            System.exit(1);
        }
    }

    /**
     * Starts everything.
     *
     * @param args Spring properties such as {@code --server.port=0} and {@code --waypost.data-dir=}
     * @return the running service; closing it does not stop PostgreSQL and Kafka, the end of the process does
     * @throws StartupException if a port is taken or the data directory cannot be used
     */
    static ConfigurableApplicationContext start(String... args) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        // Until Spring has set logging up, PostgreSQL and Kafka would write everything they have to say to the console.
        LoggingSystem.get(StandaloneApplication.class.getClassLoader()).beforeInitialize();
        ConfigurableEnvironment environment = Settings.environment(args);
        Servers servers = Servers.start(Settings.of(environment));
        SpringApplication.getShutdownHandlers().add(servers::close);
        return start(environment, servers, args);
    }

    private static ConfigurableApplicationContext start(
            ConfigurableEnvironment environment, Servers servers, String... args) {
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", servers.properties()));
        try {
            return new SpringApplicationBuilder(StandaloneApplication.class)
                    .environment(environment)
                    .run(args);
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }
}
