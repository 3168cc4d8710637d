package io.waypost.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the account table who may still do what, whatever their tokens say. An answer is kept for half a second, so that a
 * busy user costs little: that is how long a change can go unnoticed that was made in another process. A change made in
 * this one is noticed at once.
 */
@Component
public class Standings {

    private static final Duration KEPT = Duration.ofMillis(500);
    private static final long MOST = 100_000;

    private final JdbcClient jdbc;
    private final Cache<UserId, Optional<Standing>> byId =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The standing of a user; empty if there is no such account. */
    public Optional<Standing> of(UserId id) {
        return byId.get(
                id,
                asked -> jdbc.sql("select id, role, is_active from waypost_write.account where id = ?")
                        .param(asked.value())
                        .query((row, number) -> standing(row))
                        .optional());
    }

    /** The standing of the user of that name, whatever its letter case; empty if there is no such account. */
    public Optional<Standing> ofUsername(String username) {
        return jdbc.sql("""
                        select id, role, is_active from waypost_write.account
                         where lower(username collate "pg_c_utf8") = lower(? collate "pg_c_utf8")""")
                .param(username)
                .query((row, number) -> standing(row))
                .optional();
    }

    /** Makes sure that the next question about the user is put to the database. */
    public void forget(UserId id) {
        byId.invalidate(id);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new UserId(row.getLong("id")), SystemRole.ofCode(row.getString("role")), row.getBoolean("is_active"));
    }
}
