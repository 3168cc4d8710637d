package io.waypost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which tokens are verified anew. */
class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-01-31T18:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private final SetClock clock = new SetClock(START);
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, clock);

    @Test
    void aTokenIsVerifiedOnce() {
        assertThat(tokens.decode("good").getSubject()).isEqualTo("5");
        assertThat(tokens.decode("good").getSubject()).isEqualTo("5");

        assertThat(verified).containsExactly("good");
    }

    @Test
    void anotherTokenIsVerifiedForItself() {
        tokens.decode("good");

        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("good", "bad", "bad");
    }

    @Test
    void aTokenThatHasExpiredMeanwhileIsNotTakenForGood() {
        tokens.decode("good");
        clock.now = START.plusSeconds(1800);

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(BadJwtException.class);
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (!token.equals("good") || !clock.now.isBefore(START.plusSeconds(1800))) {
            throw new BadJwtException("not good");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("5")
                .issuedAt(START)
                .expiresAt(START.plusSeconds(1800))
                .build();
    }

    private static final class SetClock extends Clock {

        private Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
