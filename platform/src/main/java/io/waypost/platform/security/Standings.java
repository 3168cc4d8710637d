package io.waypost.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the account table who may still do what, whatever their tokens say. An answer is kept until anybody's standing
 * changes; whether one has, is asked every half second: that is how long a change can go unnoticed that was made in another
 * process. A change made in this one is noticed at once.
 */
@Component
public class Standings {

    private static final Duration KEPT = Duration.ofMillis(500);
    private static final long MOST = 100_000;

    /** The only key of a cache that is there for its expiry. */
    private static final String EVERYBODY = "everybody";

    private final JdbcClient jdbc;
    private final Cache<UserId, Known> byId =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final LoadingCache<String, Long> changes =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build(everybody -> askForChanges());

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was found of a user.
     *
     * @param changes how often anybody's standing had changed before it was asked for
     */
    private record Known(Standing standing, long changes) {}

    /** The standing of a user; empty if there is no such account. */
    public Optional<Standing> of(UserId id) {
        long now = changes.get(EVERYBODY);
        @Nullable Known known = byId.getIfPresent(id);
        if (known == null || known.changes() != now) {
            known = byId.asMap().compute(id, (asked, found) -> askUnless(found, asked, now));
        }
        return Optional.ofNullable(known).map(Known::standing);
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

    /** Somebody else may just have asked for the same user. */
    private @Nullable Known askUnless(@Nullable Known found, UserId id, long changes) {
        return found != null && found.changes() == changes ? found : ask(id, changes);
    }

    private @Nullable Known ask(UserId id, long changes) {
        return jdbc.sql("select id, role, is_active from waypost_write.account where id = ?")
                .param(id.value())
                .query((row, number) -> new Known(standing(row), changes))
                .optional()
                .orElse(null);
    }

    private long askForChanges() {
        return jdbc.sql("select number from waypost_write.standing_change")
                .query(Long.class)
                .single();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new UserId(row.getLong("id")), SystemRole.ofCode(row.getString("role")), row.getBoolean("is_active"));
    }
}
