package io.waypost.query.account;

import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when a user is signed in, and where it ends: a part of everything that is held about a person. */
@Component
class SignInData implements PersonalData {

    private final JdbcClient jdbc;

    SignInData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "sign_ins";
    }

    @Override
    public Object of(UserId user) {
        return jdbc.sql("""
                        select started_at, last_used_at, expires_at
                          from waypost_write.sign_in
                         where user_id = ?
                         order by started_at
                        """)
                .param(user.value())
                .query((row, number) -> signIn(row))
                .list();
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        return new SignIn(time(row, "started_at"), time(row, "last_used_at"), time(row, "expires_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A sign-in that has not ended. */
    record SignIn(Instant startedAt, Instant lastUsedAt, Instant expiresAt) {}
}
