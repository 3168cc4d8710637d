package io.waypost.platform.security;

import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Turns a bearer token into the user behind it. The token says who it is; what they may do is asked of the account table,
 * so that a token is worth nothing any more once its user is disabled or erased, and no more than their present role.
 */
@Component
public class TokenAuthentication implements AuthenticationProvider {

    private final JwtDecoder decoder;
    private final TokenSubjects subjects;

    TokenAuthentication(JwtDecoder decoder, TokenSubjects subjects, Clock clock) {
        this.decoder = new VerifiedTokens(decoder, clock);
        this.subjects = subjects;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        return new SignedInUser(user(token)
                .orElseThrow(() -> new InvalidBearerTokenException("The account is gone or must not be used")));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** The user behind a token; empty if the account is gone or must not be used. */
    private Optional<CurrentUser> user(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return subjects.standing(jwt)
                    .filter(Standing::active)
                    .map(standing -> new CurrentUser(standing.id(), standing.role()));
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid", e);
        } catch (JwtException | DataAccessException e) {
            throw new AuthenticationServiceException("The token cannot be verified at the moment", e);
        }
    }
}
