package io.waypost.query.projections;

import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows and tables of one view's rebuild, on one connection.
 *
 * @param view the view
 * @param jdbc the connection
 */
record RebuildTables(View view, JdbcClient jdbc) {

    /** How long the swap may wait for a lock, and readers behind it. */
    private static final String LOCK_TIMEOUT = "300ms";

    /**
     * Makes this connection the only one, of all nodes, that rebuilds the view, until it is given back or breaks.
     *
     * @return false if another one does it
     */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_lock(hashtextextended('waypost.rebuild.' || ?, 0))")
                .param(view.name())
                .query(Boolean.class)
                .single();
    }

    /** Gives the view back. */
    void unlock() {
        jdbc.sql("select pg_advisory_unlock(hashtextextended('waypost.rebuild.' || ?, 0))")
                .param(view.name())
                .query(Boolean.class)
                .single();
    }

    /** The request, if there still is one. */
    Optional<RebuildRequest> request() {
        return jdbc.sql(
                        "select name, started_at is not null, token from waypost_read.projection_rebuild where name = ?")
                .param(view.name())
                .query((row, number) ->
                        new RebuildRequest(row.getString(1), row.getBoolean(2), Optional.ofNullable(row.getString(3))))
                .optional();
    }

    /** Creates empty tables to fill. */
    void create() {
        jdbc.sql("select waypost_rebuild.create_tables(?)")
                .param(view.name())
                .query((row, number) -> number)
                .list();
        jdbc.sql("update waypost_read.projection_rebuild set started_at = now(), error = null where name = ?")
                .param(view.name())
                .update();
    }

    /**
     * Lets the present transaction commit before it is on disk. If the server crashes, it is lost as a whole, as are all that
     * came after it, and the rebuild goes on from what was stored before it. The swap waits for the disk, and so for all
     * before it.
     */
    void relaxCommit() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    /** Folds events into the new tables. */
    void apply(List<ViewEvent> events) {
        view.apply(events, new ReadSchema(jdbc, ReadSchema.REBUILD));
    }

    /** Notes what has been folded in. */
    void store(Progress progress) {
        jdbc.sql("update waypost_read.projection_rebuild set token = ?, position = ?, error = null where name = ?")
                .param(progress.json())
                .param(progress.position())
                .param(view.name())
                .update();
    }

    /** Notes why it does not go on. */
    void fail(String sentence) {
        jdbc.sql("update waypost_read.projection_rebuild set error = ? where name = ?")
                .param(sentence)
                .param(view.name())
                .update();
    }

    /** Gathers statistics of the new tables, for the queries that will read them. */
    void analyze() {
        jdbc.sql("select waypost_rebuild.analyze_tables(?)")
                .param(view.name())
                .query((row, number) -> number)
                .list();
    }

    /** What has been folded into the live tables. */
    Progress live() {
        return liveToken("");
    }

    /** What has been folded into the live tables, which then stay as they are until the end of the transaction. */
    Progress holdLive() {
        jdbc.sql("set local lock_timeout = '" + LOCK_TIMEOUT + "'").update();
        return liveToken(" for update");
    }

    /** Puts the new tables in the place of the live ones. */
    void swap() {
        jdbc.sql("select waypost_rebuild.swap_tables(?)")
                .param(view.name())
                .query((row, number) -> number)
                .list();
        jdbc.sql("delete from waypost_read.projection_rebuild where name = ?")
                .param(view.name())
                .update();
    }

    private Progress liveToken(String lock) {
        return jdbc.sql("select token from waypost_read.token_entry where processor_name = ? and segment = 0" + lock)
                .param(view.name())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(token -> token)
                .map(Progress::parse)
                .orElseGet(Progress::none);
    }
}
