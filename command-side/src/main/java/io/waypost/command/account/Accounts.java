package io.waypost.command.account;

import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of accounts: the only place that holds personal data and credentials. */
@Component
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an account, in the transaction of the caller. */
    void insert(UserId id, NewAccount account) {
        jdbc.sql("""
                        insert into waypost_write.account
                               (id, username, email, password_hash, role, created_at, updated_at)
                        values (:id, :username, :email, :passwordHash, :role, :at, :at)""")
                .param("id", id.value())
                .param("username", account.username())
                .param("email", account.email())
                .param("passwordHash", account.passwordHash())
                .param("role", account.role().code())
                .param("at", Timestamp.from(account.at()))
                .update();
    }

    /** The credentials behind a username, whatever its letter case. */
    Optional<Credentials> credentials(String username) {
        return jdbc.sql("""
                        select id, username, password_hash, role, is_active from waypost_write.account
                         where lower(username) = lower(?)""")
                .param(username)
                .query((row, number) -> new Credentials(
                        new UserId(row.getLong("id")),
                        row.getString("username"),
                        row.getString("password_hash"),
                        SystemRole.ofCode(row.getString("role")),
                        row.getBoolean("is_active")))
                .optional();
    }

    /** Whether there is any admin. */
    boolean hasAdmin() {
        return jdbc.sql("select exists (select 1 from waypost_write.account where role = ?)")
                .param(SystemRole.ADMIN.code())
                .query(Boolean.class)
                .single();
    }
}
