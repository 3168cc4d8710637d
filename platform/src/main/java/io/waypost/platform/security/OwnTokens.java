package io.waypost.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.waypost.api.user.UserId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Tokens that Waypost signs itself: the rule, as long as no other issuer is named. */
@Configuration(proxyBeanMethods = false)
@OwnTokensOnly
public class OwnTokens {

    /** The issuer in Waypost's own tokens. */
    public static final String ISSUER = "waypost";

    /** A key that is taken away must be forgotten within five minutes, with the tokens that it signed. */
    private static final long KEYS_CACHED_MILLIS =
            Duration.ofMinutes(5).minus(VerifiedTokens.KEPT).toMillis();

    private static final long KEYS_REFRESH_MILLIS = 15_000;

    /** A key that is not known yet is asked of the database at once: another node may just have begun to sign with it. */
    @Bean
    JwtDecoder jwtDecoder(PublicKeys keys) {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys)
                .cache(KEYS_CACHED_MILLIS, KEYS_REFRESH_MILLIS)
                .rateLimited(false)
                .build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        return decoder;
    }

    /** The subject is the user's number. */
    @Bean
    TokenSubjects ownSubjects(Standings standings) {
        return token -> {
            try {
                return standings.of(new UserId(Long.parseLong(String.valueOf(token.getSubject()))));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }
}
