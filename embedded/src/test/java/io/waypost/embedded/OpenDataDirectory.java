package io.waypost.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Opens a data directory, says how that went, and holds it until killed. */
final class OpenDataDirectory {

    private OpenDataDirectory() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answer = System.out;
        try {
            DataDirectory.open(Path.of(arguments[0]));
            answer.println("opened");
        } catch (StartupException e) {
            answer.println(e.getMessage());
        }
        System.in.read();
    }
}
