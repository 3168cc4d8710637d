package io.waypost.query.testing;

import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The live tables of a view, without a processor in between. */
public final class ViewTables {

    private final View view;
    private final JdbcClient jdbc;

    /** The tables of a view in a database. */
    public ViewTables(TestDatabase database, View view) {
        this.view = view;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(database.url(), "waypost_query", "", true));
    }

    /** Folds events as one batch. */
    public void fold(List<ViewEvent> batch) {
        view.apply(batch, new ReadSchema(jdbc, ReadSchema.LIVE));
    }

    /** Folds each event as a batch of its own. */
    public void foldOneByOne(List<ViewEvent> events) {
        events.forEach(event -> fold(List.of(event)));
    }

    /** All rows of all tables. */
    public List<String> rows() {
        return view.tables().stream()
                .flatMap(table -> Stream.concat(Stream.of(table), rows(table).stream()))
                .toList();
    }

    /** Empties the tables. */
    public void clear() {
        view.tables()
                .forEach(table ->
                        jdbc.sql("delete from " + ReadSchema.LIVE + "." + table).update());
    }

    private List<String> rows(String table) {
        return jdbc.sql("select t::text from " + ReadSchema.LIVE + "." + table + " t order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
