package io.waypost.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The ceiling c3 of rebuilds: one SQL statement for each view, which folds the whole log into tables of the same shape, with
 * the same indexes, on the server of the service. It knows only what happens in a {@link History}, and no batches.
 */
final class FoldCeiling {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Service service;

    FoldCeiling(Service service) {
        this.service = service;
    }

    /** Folds a view; the seconds that it takes until it is on disk. */
    double seconds(String view) {
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists waypost_ceiling");
            for (String table : tables(connection, view)) {
                statement.execute("drop table if exists waypost_ceiling." + table);
                statement.execute(
                        "create table waypost_ceiling." + table + " (like waypost_read." + table + " including all)");
            }
            statement.execute("set work_mem = '256MB'");
            long start = System.nanoTime();
            statement.execute(Sql.of("ceiling/" + view + ".sql"));
            return (System.nanoTime() - start) / NANOS_PER_SECOND;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes sure that the view has the rows that the statement came to. */
    void check(String view) {
        try (Connection connection = service.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection, view)) {
                String here = "select * from waypost_ceiling." + table;
                String there = "select * from waypost_read." + table;
                try (ResultSet row = statement.executeQuery("select count(*) from ((" + here + " except " + there
                        + ") union all (" + there + " except " + here + ")) as different")) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        throw new IllegalStateException(row.getLong(1) + " wrong rows in " + table);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection, String view) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select table_name from waypost_rebuild.view_table where view_name = ? order by place")) {
            statement.setString(1, view);
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            return tables;
        }
    }
}
