package io.waypost.query.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.query.account.UserAnswer.RoleAnswer;
import io.waypost.query.platform.Page;
import io.waypost.query.platform.PageRequest;
import io.waypost.query.platform.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts where they are written: personal data has no second place. */
@Component
class AccountQueries {

    private static final String ACCOUNTS = """
            select id, username, email, first_name, last_name, child_name, child_sex_assigned_at_birth,
                   child_dob, avatar_url, role, email_verified, is_active, created_at, updated_at, version
              from waypost_write.account
            """;

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account of a user with the version of the user; empty if it has been erased. */
    Optional<Versioned<UserAnswer>> find(UserId id) {
        return jdbc.sql(ACCOUNTS + " where id = ?")
                .param(id.value())
                .query((row, number) -> new Versioned<>(user(row), row.getLong("version")))
                .optional();
    }

    /** All accounts, oldest first. */
    List<UserAnswer> all() {
        return jdbc.sql(ACCOUNTS + " order by created_at, id")
                .query((row, number) -> user(row))
                .list();
    }

    /** A page of the accounts that are looked for, oldest first. */
    Page<UserAnswer> page(UserSearch search, PageRequest request) {
        UserPlace after = UserPlace.after(request);
        StringBuilder where = new StringBuilder(" where (created_at, id) > (?, ?)");
        List<Object> parameters = new ArrayList<>(List.of(after.time(), after.id()));
        search.pattern().ifPresent(pattern -> {
            where.append(" and search_text like lower(cast(? as text) collate \"pg_c_utf8\")");
            parameters.add(pattern);
        });
        search.role().ifPresent(role -> {
            where.append(" and role = ?");
            parameters.add(role.code());
        });
        search.isActive().ifPresent(active -> {
            where.append(" and is_active = ?");
            parameters.add(active);
        });
        parameters.add(request.readLimit());
        // A rare text is best found with the index, a common one by walking through the accounts until there are
        // enough.
        // Only who plans for this very text can know.
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        List<UserAnswer> found = jdbc.sql(ACCOUNTS + where + " order by created_at, id limit ?")
                .params(parameters)
                .query((row, number) -> user(row))
                .list();
        return Page.of(found, request, user -> UserPlace.of(user).toString());
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
