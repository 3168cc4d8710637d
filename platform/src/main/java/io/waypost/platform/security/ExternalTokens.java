package io.waypost.platform.security;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tokens of an OpenID Connect provider, which take the place of Waypost's own as soon as Spring's property names an issuer:
 * Spring Boot then makes the decoder. The provider says who it is by username, and the account of that name says what
 * they may do.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(ExternalTokens.ISSUER)
class ExternalTokens {

    /** Spring's standard property. */
    static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Bean
    TokenSubjects externalSubjects(Standings standings, @Value("${waypost.oidc.username-claim}") String usernameClaim) {
        return token ->
                Optional.ofNullable(token.getClaimAsString(usernameClaim)).flatMap(standings::ofUsername);
    }
}
