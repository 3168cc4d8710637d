package io.waypost.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Remembers for a minute which tokens were good, so that a client who asks again and again costs one verification of a
 * signature. Only what a token says is remembered; what its user may do is asked each time.
 */
final class VerifiedTokens implements JwtDecoder {

    /** Also how long a token goes on counting whose key is known no more. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final long MOST = 10_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /**
     * @param decoder verifies those that are not known yet
     * @param clock tells which have expired meanwhile
     */
    VerifiedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        @Nullable Jwt known = verified.getIfPresent(token);
        if (known != null && isInTime(known)) {
            return known;
        }
        Jwt jwt = decoder.decode(token);
        verified.put(token, jwt);
        return jwt;
    }

    private boolean isInTime(Jwt jwt) {
        return Optional.ofNullable(jwt.getExpiresAt())
                .filter(end -> end.isAfter(clock.instant()))
                .isPresent();
    }
}
