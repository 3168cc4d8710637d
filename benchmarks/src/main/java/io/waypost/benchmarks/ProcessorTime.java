package io.waypost.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long processors have worked so far. Unlike a rate it hardly changes when the machine is busy with other things.
 *
 * @param service for the service, its Kafka included
 * @param database for PostgreSQL
 * @param load for the load itself
 */
record ProcessorTime(Duration service, Duration database, Duration load) {

    static ProcessorTime of(Service service) {
        return new ProcessorTime(time(service.process()), database(service), time(ProcessHandle.current()));
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(
                service.minus(earlier.service), database.minus(earlier.database), load.minus(earlier.load));
    }

    /** As a text, in microseconds for each of so many. */
    String per(long count) {
        return "service %d, database %d, load %d"
                .formatted(micros(service, count), micros(database, count), micros(load, count));
    }

    /** All of it but the load's, in microseconds for each of so many. */
    double microsPer(long count) {
        return micros(service.plus(database), count);
    }

    private static long micros(Duration time, long count) {
        return time.toNanos() / 1000 / Math.max(1, count);
    }

    private static Duration database(Service service) {
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle postmaster = ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.children())
                    .map(ProcessorTime::time)
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
