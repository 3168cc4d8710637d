package io.waypost.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.account.FailedLogins.TooManyAttempts;
import io.waypost.platform.security.Public;
import io.waypost.platform.web.Problems;
import io.waypost.platform.web.Untrimmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Signs users in. */
@RestController
class LoginController {

    private static final int LOCKS = 256;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    private final Accounts accounts;
    private final FailedLogins failedLogins;
    private final PasswordEncoder passwords;
    private final TokenIssuer tokens;
    private final String hashOfNobody;

    LoginController(Accounts accounts, FailedLogins failedLogins, PasswordEncoder passwords, TokenIssuer tokens) {
        this.accounts = accounts;
        this.failedLogins = failedLogins;
        this.passwords = passwords;
        this.tokens = tokens;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    @Operation(summary = "Signs a user in")
    @Public
    @PostMapping("/api/auth/login")
    TokenBody login(@Valid @RequestBody Login login, HttpServletRequest request) {
        Credentials user = oneAtATime(login.username(), () -> verify(login, request.getRemoteAddr()));
        if (!user.active()) {
            throw new RequestRejected(ProblemCode.ACCOUNT_DISABLED, "This account has been disabled");
        }
        return new TokenBody(tokens.issue(user), "bearer");
    }

    private Credentials verify(Login login, String address) {
        failedLogins.check(login.username(), address);
        Optional<Credentials> found = accounts.credentials(login.username());
        // An unknown name takes as long as a wrong password, so that nobody can find out which names exist.
        boolean matches = passwords.matches(
                login.password(), found.map(Credentials::passwordHash).orElse(hashOfNobody));
        return found.filter(known -> matches).orElseThrow(() -> {
            failedLogins.add(login.username(), address);
            return new RequestRejected(ProblemCode.WRONG_CREDENTIALS, "The username or the password is wrong");
        });
    }

    /** Attempts on one name wait for each other, or many at the same time would all be checked before one has failed. */
    private <T> T oneAtATime(String username, Supplier<T> attempt) {
        ReentrantLock lock =
                locks.get(Math.floorMod(username.toLowerCase(Locale.ROOT).hashCode(), LOCKS));
        lock.lock();
        try {
            return attempt.get();
        } finally {
            lock.unlock();
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyAttempts attempts) {
        return ResponseEntity.status(ProblemCode.TOO_MANY_ATTEMPTS.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(attempts.retryAfterSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        ProblemCode.TOO_MANY_ATTEMPTS, "Too many failed attempts. Please wait before you try again."));
    }

    record Login(
            @NotNull(message = "is required") @Size(max = 50, message = "must not be longer than 50 characters")
            String username,

            @NotNull(message = "is required")
            @Size(max = 128, message = "must not be longer than 128 characters")
            @JsonDeserialize(using = Untrimmed.class)
            String password) {

        /** Without what is secret or personal, so that no log line ever shows it. */
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    record TokenBody(String accessToken, String tokenType) {}
}
