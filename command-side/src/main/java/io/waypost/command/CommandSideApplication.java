package io.waypost.command;

import io.waypost.platform.PlatformConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** A command node: takes commands over REST, appends events, runs the policies and the Kafka relay. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class CommandSideApplication {

    /** Starts a command node, configured by {@code command-side.yml} and the environment. */
    public static void main(String[] args) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        new SpringApplicationBuilder(CommandSideApplication.class)
                .properties("spring.config.name=command-side")
                .run(args);
    }
}
