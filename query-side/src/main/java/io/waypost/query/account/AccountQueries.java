package io.waypost.query.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.query.account.UserAnswer.RoleAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts where they are written: personal data has no second place. */
@Component
class AccountQueries {

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account of a user; empty if it has been erased. */
    Optional<UserAnswer> find(UserId id) {
        return jdbc.sql("""
                        select id, username, email, first_name, last_name, child_name, child_sex_assigned_at_birth,
                               child_dob, avatar_url, role, email_verified, is_active, created_at, updated_at
                          from waypost_write.account
                         where id = ?
                        """).param(id.value()).query((row, number) -> user(row)).optional();
    }

    private static UserAnswer user(ResultSet row) throws SQLException {
        return new UserAnswer(
                row.getLong("id"),
                row.getString("username"),
                row.getString("email"),
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "child_name"),
                text(row, "child_sex_assigned_at_birth"),
                Optional.ofNullable(row.getObject("child_dob", LocalDate.class)),
                text(row, "avatar_url"),
                RoleAnswer.of(SystemRole.ofCode(row.getString("role"))),
                row.getBoolean("email_verified"),
                row.getBoolean("is_active"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
