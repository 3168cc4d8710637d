package io.waypost.query.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads everything that one answer needs from one snapshot of the database, and says in the answer's headers which state
 * of the world that is.
 */
@Component
public class SnapshotReads {

    /** The header with the position of the last event that the answer reflects, with all before it. */
    public static final String AS_OF = "Waypost-As-Of";

    private final JdbcClient jdbc;
    private final PastPositions positions;
    private final TransactionTemplate transaction;
    private final String positionOfViews;
    private final String openSnapshot;

    SnapshotReads(
            JdbcClient jdbc,
            PastPositions positions,
            PositionOfViews positionOfViews,
            PlatformTransactionManager transactions,
            List<View> views) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.positionOfViews = "select " + positionOfViews.expression();
        String tables = views.stream()
                .flatMap(view -> view.tables().stream())
                .map(table -> ReadSchema.LIVE + "." + table)
                .collect(Collectors.joining(", "));
        // LOCK TABLE takes no snapshot yet, so no rebuilt table whose rows are younger than the snapshot can come in
        // between. In one statement with the isolation level it costs one round trip.
        this.openSnapshot =
                "set transaction isolation level repeatable read; lock table " + tables + " in access share mode";
    }

    /** Answers from the views. */
    public <T> T views(HttpServletResponse response, Supplier<T> query) {
        return inSnapshot(() -> {
            response.setHeader(AS_OF, Long.toString(positionOfViews()));
            return query.get();
        });
    }

    /**
     * Answers from the views with one statement, which finds the position it reflects as well; see {@link PositionOfViews}.
     * It needs no transaction: PostgreSQL locks the tables of a statement before it takes its snapshot.
     */
    public <T> T statement(HttpServletResponse response, Supplier<Shown<T>> query) {
        Shown<T> shown = query.get();
        response.setHeader(AS_OF, Long.toString(shown.asOf()));
        return shown.body();
    }

    /** Answers one resource like this, with its version as {@code ETag}; see {@link #versioned}. */
    public <T> T versionedStatement(HttpServletResponse response, Supplier<Shown<Versioned<T>>> query) {
        return tagged(response, statement(response, query));
    }

    /**
     * Answers from the views by writing to the response while it reads, for answers too long to be held.
     *
     * @throws IOException if the client takes no more of it
     */
    public void streamed(HttpServletResponse response, Runnable query) throws IOException {
        try {
            views(response, () -> {
                query.run();
                return response;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Answers one resource from the views, with its version as {@code ETag}.
     *
     * <p>The header is set on the response and not in a {@code ResponseEntity}, with which Spring would answer a matching
     * {@code If-None-Match} with 304 by itself. It must not: the version is the one that {@code If-Match} of a command
     * asks for, and the body can change without it, as when a module of the course gets another title.
     */
    public <T> T versioned(HttpServletResponse response, Supplier<Versioned<T>> query) {
        return tagged(response, views(response, query));
    }

    /** Answers from what is written together with the events and so always reflects the last one. */
    public <T> T head(HttpServletResponse response, Supplier<T> query) {
        return inSnapshot(() -> {
            response.setHeader(AS_OF, Long.toString(positions.head()));
            return query.get();
        });
    }

    /**
     * Answers from the log how something was at a moment; the query is told the position that the moment is. There is no
     * {@code ETag}: a version of the past is none that a command could ask for.
     *
     * @throws io.waypost.platform.web.InvalidInput if the moment is ahead of now
     */
    public <T> T past(HttpServletResponse response, AsOf asOf, LongFunction<T> query) {
        return inSnapshot(() -> {
            long position = positions.of(asOf);
            response.setHeader(AS_OF, Long.toString(position));
            return query.apply(position);
        });
    }

    /** Answers one resource from what is written together with the events, with its version as {@code ETag}. */
    public <T> T versionedHead(HttpServletResponse response, Supplier<Versioned<T>> query) {
        return tagged(response, head(response, query));
    }

    private static <T> T tagged(HttpServletResponse response, Versioned<T> found) {
        response.setHeader(HttpHeaders.ETAG, "\"" + found.version() + "\"");
        return found.body();
    }

    private long positionOfViews() {
        return jdbc.sql(positionOfViews).query(Long.class).single();
    }

    private <T> T inSnapshot(Supplier<T> query) {
        return transaction.execute(status -> {
            jdbc.sql(openSnapshot).update();
            return query.get();
        });
    }
}
