package io.waypost.standalone;

import io.waypost.command.CommandSideApplication;
import io.waypost.embedded.StartupException;
import io.waypost.query.QuerySideApplication;
import java.io.PrintStream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Waypost in one command: starts PostgreSQL and Kafka, then both sides on one port. */
@SpringBootApplication
@Import({CommandSideApplication.class, QuerySideApplication.class})
public class StandaloneApplication {

    /** Starts everything; says in one line what is in the way, and ends with 1, if it cannot. */
    public static void main(String[] args) {
        try {
            RunningWaypost.start(args);
        } catch (StartupException e) {
            fail(System.err, e);
        } catch (RuntimeException e) {
            // Spring Boot has said why; threads of Kafka would keep the process alive.
            System.exit(1);
        }
    }

    private static void fail(PrintStream errors, StartupException reason) {
        errors.println(reason.getMessage());
        System.exit(1);
    }
}
