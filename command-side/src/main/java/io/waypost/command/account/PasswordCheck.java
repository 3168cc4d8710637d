package io.waypost.command.account;

import io.waypost.command.account.FailedLogins.Attempt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a password is the one of a name. That costs a lot of computing on purpose: no more are looked at at
 * the same time than there are processors, and of one name only one, so that neither the processors nor the
 * {@linkplain FailedLogins limits} are overrun.
 */
@Component
class PasswordCheck {

    private static final int LOCKS = 256;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Accounts accounts;
    private final FailedLogins failedLogins;
    private final PasswordEncoder passwords;
    private final String hashOfNobody;

    PasswordCheck(Accounts accounts, FailedLogins failedLogins, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.failedLogins = failedLogins;
        this.passwords = passwords;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    /**
     * The credentials, if the password is theirs.
     *
     * @param address where the attempt comes from
     * @throws FailedLogins.TooManyAttempts if too many attempts for the name or from the address failed lately
     */
    Optional<Credentials> verify(String username, String password, String address) {
        ReentrantLock lock =
                locks.get(Math.floorMod(username.toLowerCase(Locale.ROOT).hashCode(), LOCKS));
        lock.lock();
        processors.acquireUninterruptibly();
        try {
            Attempt attempt = failedLogins.begin(username, address);
            Optional<Credentials> verified = compare(username, password);
            if (verified.isPresent()) {
                failedLogins.succeeded(attempt);
            } else {
                failedLogins.failed(attempt);
            }
            return verified;
        } finally {
            processors.release();
            lock.unlock();
        }
    }

    /** An unknown name takes as long as a wrong password, so that nobody can find out which names exist. */
    private Optional<Credentials> compare(String username, String password) {
        Optional<Credentials> found = accounts.credentials(username);
        boolean matches =
                passwords.matches(password, found.map(Credentials::passwordHash).orElse(hashOfNobody));
        return found.filter(known -> matches);
    }
}
