package io.waypost.standalone;

import io.waypost.embedded.StartupException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.web.context.servlet.ApplicationServletEnvironment;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * What must be known before Spring starts.
 *
 * @param dataDirectory where data is kept ({@code waypost.data-dir}); empty for data that is thrown away
 * @param httpPort {@code server.port}; 0 for any free one
 * @param postgresPort {@code waypost.postgres.port}; 0 for any free one
 * @param kafkaPort {@code waypost.kafka.port}; 0 for any free one
 */
record Settings(Optional<Path> dataDirectory, int httpPort, int postgresPort, int kafkaPort) {

    private static final String CONFIG_NAME = "spring.config.name";

    /** The environment as Spring Boot would build it, from the command line, the environment and the files. */
    static ConfigurableEnvironment environment(String... args) {
        if (System.getProperty(CONFIG_NAME) == null) {
            System.setProperty(CONFIG_NAME, "standalone");
        }
        ConfigurableEnvironment environment = new ApplicationServletEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, List.of());
        } catch (RuntimeException e) {
            throw new StartupException("The configuration cannot be read: " + e.getMessage(), e);
        }
        return environment;
    }

    /**
     * @throws StartupException if one is no number
     */
    static Settings of(ConfigurableEnvironment environment) {
        return new Settings(
                Optional.of(environment.getRequiredProperty("waypost.data-dir").strip())
                        .filter(path -> !path.isEmpty())
                        .map(Path::of),
                port(environment, "server.port"),
                port(environment, "waypost.postgres.port"),
                port(environment, "waypost.kafka.port"));
    }

    private static int port(ConfigurableEnvironment environment, String setting) {
        try {
            return environment.getRequiredProperty(setting, Integer.class);
        } catch (ConversionFailedException e) {
            throw new StartupException("The port " + setting + " must be a number", e);
        }
    }
}
