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
 * count is in the database, so it holds over all nodes.
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
     * Makes sure that another attempt is allowed.
     *
     * @throws TooManyAttempts if too many failed already
     */
    void check(String username, String address) {
        OptionalLong wait = secondsToWait(name(username), PER_NAME);
        OptionalLong longer = wait.isPresent() ? wait : secondsToWait(address(address), PER_ADDRESS);
        if (longer.isPresent()) {
            throw new TooManyAttempts(longer.getAsLong());
        }
    }

    /** Counts an attempt that failed. */
    void add(String username, String address) {
        jdbc.sql("delete from waypost_write.failed_login where at < clock_timestamp() - make_interval(secs => ?)")
                .param(WINDOW.toSeconds())
                .update();
        jdbc.sql("insert into waypost_write.failed_login (subject) values (?), (?)")
                .params(List.of(name(username), address(address)))
                .update();
    }

    /** How long until there are fewer than the allowed number within the window, if there are as many now. */
    private OptionalLong secondsToWait(String subject, int allowed) {
        return jdbc.sql("""
                        select ceil(extract(epoch from at + make_interval(secs => ?) - clock_timestamp()))::bigint
                          from waypost_write.failed_login
                         where subject = ? and at > clock_timestamp() - make_interval(secs => ?)
                         order by at desc offset ? limit 1""")
                .param(WINDOW.toSeconds())
                .param(subject)
                .param(WINDOW.toSeconds())
                .param(allowed - 1)
                .query(Long.class)
                .optional()
                .map(seconds -> OptionalLong.of(Math.max(1, seconds)))
                .orElseGet(OptionalLong::empty);
    }

    private static String name(String username) {
        return "name:" + hash(username.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return "address:" + address;
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
