package io.waypost.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A long log that only the relay has yet to read: completions of a year ago, of many learners side by side. The database makes
 * them itself, and views and policies count as through with them.
 */
final class OldCompletions {

    private static final String SQL = """
            insert into waypost_write.domain_event
                   (event_id, aggregate_id, sequence_number, aggregate_type, occurred_at, event_type, revision, payload,
                    metadata)
            select gen_random_uuid()::text, 'learner-' || learner, sequence, 'Learner', '2026-01-31T18:00:00.000Z',
                   'PostCompleted', '1',
                   '{"learner_id":' || learner || ',"post_id":' || 1 + sequence
                       || ',"completed_at":"2026-01-31T18:00:00.000Z","via":"hand"}',
                   '{"who":' || learner || ',"request_id":"34469e09-d695-46ee-84d7-bf317de9131c"}'
              from (select 2000000 + i / 20000 * 1000 + i % 1000 as learner, i / 1000 % 20 as sequence, i
                      from generate_series(0, ? - 1) i) as happened
             order by i""";

    /** Without their owners, who would go on where they are and overwrite it. */
    private static final String SKIP = """
            update %s set owner = null, token = (select json_build_object('index', max(global_index), 'gaps', array[]::bigint[])::text
                                                   from waypost_write.domain_event)
             where processor_name <> '__config'""";

    private OldCompletions() {}

    /** Appends events, twenty of each learner, a thousand learners at a time. */
    static void make(Service service, int events) {
        try (Connection connection = service.connect();
                PreparedStatement insert = connection.prepareStatement(SQL);
                Statement skip = connection.createStatement()) {
            connection.setAutoCommit(false);
            insert.setInt(1, events);
            insert.execute();
            skip.execute(SKIP.formatted("waypost_read.token_entry"));
            skip.execute(SKIP.formatted("waypost_write.token_entry"));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The events cannot be made", e);
        }
    }
}
