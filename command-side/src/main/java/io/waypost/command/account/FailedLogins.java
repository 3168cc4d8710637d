package io.waypost.command.account;

import io.waypost.api.problem.ProblemCode;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows the guessing of passwords down: ten wrong ones for one name, or a hundred from one address, within a minute. The
 * count is in the database, so it holds over all nodes.
 *
 * <p>An attempt counts as a wrong one for its name from the moment it begins, or many at the same time would all be let
 * through before the first has failed. For its address it counts when it has failed: many people may sign in at the same
 * time behind one address.
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
     * Begins an attempt.
     *
     * @throws TooManyAttempts if too many failed already
     */
    @Transactional
    public Attempt begin(String username, String address) {
        String name = name(username);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name)
                .query((row, number) -> name)
                .single();
        OptionalLong wait = secondsToWait(name, PER_NAME);
        OptionalLong longer = wait.isPresent() ? wait : secondsToWait(address(address), PER_ADDRESS);
        if (longer.isPresent()) {
            throw new TooManyAttempts(longer.getAsLong());
        }
        return new Attempt(
                jdbc.sql("insert into waypost_write.failed_login (subject) values (?) returning id")
                        .param(name)
                        .query(Long.class)
                        .single(),
                address(address));
    }

    /** The password was right: the attempt does not count. */
    public void succeeded(Attempt attempt) {
        jdbc.sql("delete from waypost_write.failed_login where id = ?")
                .param(attempt.id())
                .update();
    }

    /** The password was wrong: the attempt counts for the address as well. */
    public void failed(Attempt attempt) {
        jdbc.sql("insert into waypost_write.failed_login (subject) values (?)")
                .param(attempt.address())
                .update();
    }

    /** Forgets attempts that do not count any more. */
    public void forgetOld() {
        jdbc.sql("delete from waypost_write.failed_login where at < clock_timestamp() - make_interval(secs => ?)")
                .param(WINDOW.toSeconds())
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

    /** A name that someone tried may be a person's: only its hash is kept. */
    private static String name(String username) {
        return "name:" + Sha256.hex(username.toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return "address:" + address;
    }

    /** An attempt whose password has not been looked at yet. */
    record Attempt(long id, String address) {}

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
