package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads rows of the account table. */
final class AccountRows {

    private AccountRows() {}

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new UserId(row.getLong("id")),
                row.getString("username"),
                row.getString("email"),
                profile(row),
                SystemRole.ofCode(row.getString("role")),
                row.getBoolean("email_verified"),
                row.getBoolean("is_active"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                new UserId(row.getLong("id")),
                row.getString("username"),
                row.getString("password_hash"),
                SystemRole.ofCode(row.getString("role")),
                row.getBoolean("is_active"));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "child_name"),
                text(row, "child_sex_assigned_at_birth"),
                Optional.ofNullable(row.getObject("child_dob", LocalDate.class)),
                text(row, "avatar_url"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
