package io.waypost.command.account;

import io.waypost.api.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows the guessing of passwords down: ten wrong ones for one name, or a hundred from one address, within a minute. The
 * count is in the database, so it holds over all nodes. An attempt counts before it is checked and is taken back when it
 * succeeds, so many at the same time do not slip through.
 */
@Component
class FailedLogins {

    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    FailedLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt.
     *
     * @throws TooManyAttempts if there were too many already; then this one does not count
     */
    Attempt begin(String username, String address) {
        Attempt attempt = new Attempt("name:" + hash(username.toLowerCase(Locale.ROOT)), "address:" + address);
        jdbc.sql("delete from waypost_write.failed_login where at < clock_timestamp() - make_interval(secs => ?)")
                .param(WINDOW.toSeconds())
                .update();
        jdbc.sql("insert into waypost_write.failed_login (subject) values (?), (?)")
                .params(List.of(attempt.name(), attempt.address()))
                .update();
        OptionalLong wait = secondsToWait(attempt.name(), PER_NAME);
        OptionalLong longer = wait.isPresent() ? wait : secondsToWait(attempt.address(), PER_ADDRESS);
        if (longer.isPresent()) {
            takeBack(attempt);
            throw new TooManyAttempts(longer.getAsLong());
        }
        return attempt;
    }

    /** Takes an attempt back, because it was none to count. */
    void takeBack(Attempt attempt) {
        for (String subject : List.of(attempt.name(), attempt.address())) {
            jdbc.sql("""
                            delete from waypost_write.failed_login
                             where ctid = (select ctid from waypost_write.failed_login where subject = ?
                                            order by at desc limit 1 for update skip locked)""").param(subject).update();
        }
    }

    /** How long until there were fewer than the allowed number within the window, if there are more. */
    private OptionalLong secondsToWait(String subject, int allowed) {
        return jdbc.sql("""
                        select ceil(extract(epoch from at + make_interval(secs => ?) - clock_timestamp()))::bigint
                          from waypost_write.failed_login
                         where subject = ? and at > clock_timestamp() - make_interval(secs => ?)
                         order by at desc offset ? limit 1""")
                .param(WINDOW.toSeconds())
                .param(subject)
                .param(WINDOW.toSeconds())
                .param(allowed)
                .query(Long.class)
                .optional()
                .map(seconds -> OptionalLong.of(Math.max(1, seconds)))
                .orElseGet(OptionalLong::empty);
    }

    /** A name that someone tried may be a person's: only its hash is kept. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** An attempt that counts for a name and an address. */
    record Attempt(String name, String address) {}

    /** There were too many; {@code 429}. */
    static final class TooManyAttempts extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long retryAfterSeconds;

        TooManyAttempts(long retryAfterSeconds) {
            super(ProblemCode.TOO_MANY_ATTEMPTS.title(), null, false, false);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
