package io.waypost.platform.eventstore;

import io.waypost.platform.database.DatabaseOutage;
import java.util.LongSummaryStatistics;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Passes a processor's failure on, so that nothing is skipped, and notes it where administrators see it. The note holds
 * the token that the processor could not get past; it counts only for as long as the processor stands there.
 */
public final class RecordingErrorHandler implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingErrorHandler.class);

    private final JdbcClient jdbc;
    private final String tokenTable;

    /**
     * @param jdbc the database
     * @param tokenTable the table that holds the processor's tokens, with its schema
     */
    public RecordingErrorHandler(JdbcClient jdbc, String tokenTable) {
        this.jdbc = jdbc;
        this.tokenTable = tokenTable;
    }

    @Override
    public void handleError(ErrorContext context) throws Exception {
        if (!DatabaseOutage.caused(context.error())) {
            record(context);
        }
        PropagatingErrorHandler.instance().handleError(context);
    }

    private void record(ErrorContext context) {
        try {
            jdbc.sql("insert into waypost_read.projection_error (processor_name, token, message, occurred_at)"
                            + " select :name, string_agg(token, ',' order by segment), :message, now()"
                            + " from " + tokenTable + " where processor_name = :name"
                            + " on conflict (processor_name) do update set token = excluded.token,"
                            + " message = excluded.message, occurred_at = excluded.occurred_at")
                    .param("name", context.eventProcessor())
                    .param("message", sentence(context))
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("The failure of {} could not be noted", context.eventProcessor(), e);
        }
    }

    /** Names positions only: what went wrong inside is in the log. */
    private static String sentence(ErrorContext context) {
        LongSummaryStatistics positions = context.failedEvents().stream()
                .filter(TrackedEventMessage.class::isInstance)
                .map(event -> ((TrackedEventMessage<?>) event).trackingToken())
                .flatMapToLong(token -> token.position().stream())
                .summaryStatistics();
        if (positions.getCount() == 0) {
            return "An event could not be handled. It is tried again until it can be.";
        }
        return positions.getMin() == positions.getMax()
                ? "The event at position %d could not be handled. It is tried again until it can be."
                        .formatted(positions.getMin())
                : "The events at positions %d to %d could not be handled. They are tried again until they can be."
                        .formatted(positions.getMin(), positions.getMax());
    }
}
