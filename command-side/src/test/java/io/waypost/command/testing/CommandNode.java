package io.waypost.command.testing;

import io.waypost.command.CommandSideApplication;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole command node in this process. */
public final class CommandNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CommandNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node on a database, with settings that win over those of the files. */
    public static CommandNode start(TestDatabase database, Map<String, ?> settings) {
        return start(arguments(database, settings));
    }

    /** Starts a node from its command line. */
    public static CommandNode start(List<String> arguments) {
        return new CommandNode(new SpringApplicationBuilder(CommandSideApplication.class)
                .properties("spring.config.name=command-side")
                .run(arguments.toArray(String[]::new)));
    }

    /** The command line of a node. */
    public static List<String> arguments(TestDatabase database, Map<String, ?> settings) {
        return Stream.of(database.settings(), settings, Map.of("server.port", 0))
                .flatMap(some -> some.entrySet().stream())
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    /** One of its beans. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops it in good order. */
    @Override
    public void close() {
        context.close();
    }
}
