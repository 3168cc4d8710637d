package io.waypost.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Starts Kafka on a directory, says its address, and keeps it running until killed. */
final class RunKafka {

    private RunKafka() {}

    public static void main(String[] arguments) throws IOException {
        KafkaBroker broker = KafkaBroker.start(Optional.of(Path.of(arguments[0])), 0);
        PrintStream answer = System.out;
        answer.println(broker.bootstrapServers());
        System.in.read();
    }
}
