package io.waypost.command.account;

import io.waypost.platform.security.OwnTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues signed tokens (RS256) that hold the user's id, username and role. */
@Component
class TokenIssuer {

    private final JwtEncoder encoder;
    private final Clock clock;
    private final Duration lifetime;

    TokenIssuer(SigningKeys keys, Clock clock, @Value("${waypost.tokens.lifetime}") Duration lifetime) {
        this.encoder = new NimbusJwtEncoder(keys);
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** How long a token is good. */
    Duration lifetime() {
        return lifetime;
    }

    String issue(Credentials user) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(OwnTokens.ISSUER)
                .subject(String.valueOf(user.userId().value()))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim("username", user.username())
                .claim("role", user.role().code())
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
