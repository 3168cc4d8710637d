package io.waypost.command.account;

import io.waypost.api.user.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. A sign-in is a chain of refresh tokens, each good for one use that brings the next. When one comes a
 * second time, it is in two hands: the chain ends for both (RFC 9700, section 4.14.2).
 */
@Component
class SignIns {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lifetime;

    SignIns(JdbcClient jdbc, Clock clock, @Value("${waypost.tokens.refresh-lifetime}") Duration lifetime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Begins a sign-in; its first refresh token. */
    @Transactional
    public RefreshToken start(UserId user) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into waypost_write.sign_in (id, user_id, started_at, last_used_at, expires_at)
                        values (?, ?, ?, ?, ?)""")
                .param(id)
                .param(user.value())
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(lifetime)))
                .update();
        return issue(id, now);
    }

    /** Uses a refresh token up; empty if it is unknown, was used before, or has expired. */
    @Transactional
    public Optional<Refreshed> refresh(RefreshToken used) {
        Instant now = clock.instant();
        Optional<Link> found = find(used);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Link link = found.get();
        if (link.used() || !link.expiresAt().isAfter(now)) {
            end(link.signIn());
            return Optional.empty();
        }
        jdbc.sql("update waypost_write.refresh_token set used_at = ? where token_hash = ?")
                .param(Timestamp.from(now))
                .param(used.hash())
                .update();
        jdbc.sql("update waypost_write.sign_in set last_used_at = ?, expires_at = ? where id = ?")
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(lifetime)))
                .param(link.signIn())
                .update();
        return Optional.of(new Refreshed(link.user(), issue(link.signIn(), now)));
    }

    /** Ends the sign-in that the token belongs to, if there is one. */
    @Transactional
    public void end(RefreshToken token) {
        find(token).ifPresent(link -> end(link.signIn()));
    }

    /** Ends all sign-ins of a user, in the transaction of the caller. */
    public void endAll(UserId user) {
        jdbc.sql("delete from waypost_write.sign_in where user_id = ?")
                .param(user.value())
                .update();
    }

    /** Forgets sign-ins that have expired, and tokens so old that nobody would send them again. */
    public void forgetExpired() {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from waypost_write.sign_in where expires_at < ?")
                .param(now)
                .update();
        jdbc.sql("delete from waypost_write.refresh_token where used_at < ?")
                .param(Timestamp.from(clock.instant().minus(lifetime)))
                .update();
    }

    /** Two who use the same token at the same moment wait here for each other. */
    private Optional<Link> find(RefreshToken token) {
        return jdbc.sql("""
                        select s.id, s.user_id, s.expires_at, t.used_at is not null as used
                          from waypost_write.refresh_token t join waypost_write.sign_in s on s.id = t.sign_in_id
                         where t.token_hash = ? for update of t, s""")
                .param(token.hash())
                .query((row, number) -> new Link(
                        row.getObject("id", UUID.class),
                        new UserId(row.getLong("user_id")),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("used")))
                .optional();
    }

    private RefreshToken issue(UUID signIn, Instant now) {
        RefreshToken token = RefreshToken.random();
        jdbc.sql("insert into waypost_write.refresh_token (token_hash, sign_in_id, issued_at) values (?, ?, ?)")
                .param(token.hash())
                .param(signIn)
                .param(Timestamp.from(now))
                .update();
        return token;
    }

    private void end(UUID signIn) {
        jdbc.sql("delete from waypost_write.sign_in where id = ?").param(signIn).update();
    }

    /** A token was used up, and this comes instead. */
    record Refreshed(UserId user, RefreshToken next) {}

    private record Link(UUID signIn, UserId user, Instant expiresAt, boolean used) {}
}
