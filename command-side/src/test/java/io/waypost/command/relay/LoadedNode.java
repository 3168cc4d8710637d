package io.waypost.command.relay;

import io.waypost.command.testing.CommandNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command node in a process of its own, under load until it is killed. */
final class LoadedNode implements AutoCloseable {

    private static final int REVISIONS = 5;

    private final Process process;

    private LoadedNode(Process process) {
        this.process = process;
    }

    static LoadedNode start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                LoadedNode.class.getName()));
        command.addAll(arguments);
        return new LoadedNode(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Kills it as {@code kill -9} does and waits until it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) {
        CourseLoad load = new CourseLoad(CommandNode.start(List.of(arguments)));
        while (true) {
            load.run(20, REVISIONS);
        }
    }
}
