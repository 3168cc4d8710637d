package io.waypost.command.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.command.account.FailedLogins.TooManyAttempts;
import io.waypost.command.account.SignIns.Refreshed;
import io.waypost.platform.security.OwnTokensOnly;
import io.waypost.platform.security.Public;
import io.waypost.platform.web.Problems;
import io.waypost.platform.web.Untrimmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Signs users in and out. */
@RestController
@OwnTokensOnly
class LoginController {

    private final PasswordCheck passwords;
    private final Accounts accounts;
    private final SignIns signIns;
    private final TokenIssuer tokens;

    LoginController(PasswordCheck passwords, Accounts accounts, SignIns signIns, TokenIssuer tokens) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.signIns = signIns;
        this.tokens = tokens;
    }

    @Operation(summary = "Signs a user in")
    @Public
    @PostMapping("/api/auth/login")
    TokenBody login(@Valid @RequestBody Login login, HttpServletRequest request) {
        Credentials user = passwords
                .verify(login.username(), login.password(), request.getRemoteAddr())
                .orElseThrow(() ->
                        new RequestRejected(ProblemCode.WRONG_CREDENTIALS, "The username or the password is wrong"));
        requireActive(user);
        return tokens(user, signIns.start(user.userId()));
    }

    @Operation(summary = "Exchanges a refresh token, once, for new tokens")
    @Public
    @PostMapping("/api/auth/refresh")
    TokenBody refresh(@Valid @RequestBody Refresh refresh) {
        Refreshed refreshed = signIns.refresh(refresh.token()).orElseThrow(LoginController::endedSignIn);
        Credentials user = accounts.credentials(refreshed.user()).orElseThrow(LoginController::endedSignIn);
        requireActive(user);
        return tokens(user, refreshed.next());
    }

    @Operation(summary = "Ends the sign-in of a refresh token")
    @Public
    @PostMapping("/api/auth/logout")
    ResponseEntity<Void> logout(@Valid @RequestBody Refresh refresh) {
        signIns.end(refresh.token());
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyAttempts attempts) {
        return ResponseEntity.status(ProblemCode.TOO_MANY_ATTEMPTS.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(attempts.retryAfterSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        ProblemCode.TOO_MANY_ATTEMPTS, "Too many failed attempts. Please wait before you try again."));
    }

    private TokenBody tokens(Credentials user, RefreshToken next) {
        return new TokenBody(tokens.issue(user), "bearer", tokens.lifetime().toSeconds(), next.secret());
    }

    private static void requireActive(Credentials user) {
        if (!user.active()) {
            throw new RequestRejected(ProblemCode.ACCOUNT_DISABLED, "This account has been disabled");
        }
    }

    private static RequestRejected endedSignIn() {
        return new RequestRejected(ProblemCode.UNAUTHENTICATED, "The sign-in has ended. Please sign in again.");
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

    record Refresh(
            @JsonProperty("refresh_token")
            @NotNull(message = "is required")
            @Size(max = 128, message = "must not be longer than 128 characters")
            String secret) {

        RefreshToken token() {
            return new RefreshToken(secret);
        }

        /** Without the secret, so that no log line ever shows it. */
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    /**
     * Tokens.
     *
     * @param expiresIn how long the access token is good, in seconds
     */
    record TokenBody(String accessToken, String tokenType, long expiresIn, String refreshToken) {

        /** Without the secrets, so that no log line ever shows them. */
        @Override
        public String toString() {
            return "TokenBody[]";
        }
    }
}
