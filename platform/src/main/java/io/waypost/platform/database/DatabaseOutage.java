package io.waypost.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures because PostgreSQL cannot be reached from all others. */
public final class DatabaseOutage {

    /**
     * Class 08 (connection exception), and: admin shutdown, crash shutdown, cannot connect now, too many connections
     * (PostgreSQL manual, appendix A).
     */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private DatabaseOutage() {}

    /** Whether the failure, or anything that caused it, is that the database is away. */
    public static boolean caused(Throwable failure) {
        return Stream.iterate(
                        Optional.of(failure),
                        Optional::isPresent,
                        t -> t.flatMap(x -> Optional.ofNullable(x.getCause())))
                .limit(50)
                .flatMap(Optional::stream)
                .anyMatch(DatabaseOutage::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException || cause instanceof SQLNonTransientConnectionException) {
            return true;
        }
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || STATES.contains(sql.getSQLState()));
    }
}
