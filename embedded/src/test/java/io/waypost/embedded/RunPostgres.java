package io.waypost.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Starts PostgreSQL on a directory, says its JDBC URL, and keeps it running until killed. */
final class RunPostgres {

    private RunPostgres() {}

    public static void main(String[] arguments) throws IOException {
        PostgresServer server = PostgresServer.start(Optional.of(Path.of(arguments[0])), 0);
        PrintStream answer = System.out;
        answer.println(server.jdbcUrl("postgres"));
        System.in.read();
    }
}
