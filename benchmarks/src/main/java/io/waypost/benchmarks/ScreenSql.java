package io.waypost.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The ceiling c2 of reads: the SQL for what a screen shows, over JDBC, with every column read. */
final class ScreenSql implements Load.Client {

    private final Screen screen;
    private final Connection connection;
    private final PreparedStatement statement;
    private final int learners;
    private final int parameters;
    private int learner;

    ScreenSql(Service service, Screen screen, int learners, int number) {
        this.screen = screen;
        this.learners = learners;
        this.learner = number * learners / 16;
        try {
            this.connection = service.connect();
            this.statement = connection.prepareStatement(screen.sql());
            this.parameters = statement.getParameterMetaData().getParameterCount();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void once() throws SQLException {
        for (int i = 1; i <= parameters; i++) {
            statement.setLong(i, screen.key(learner % learners));
        }
        learner++;
        int rows = 0;
        try (ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    row.getString(i);
                }
                rows++;
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("Nothing found of " + screen.name());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
