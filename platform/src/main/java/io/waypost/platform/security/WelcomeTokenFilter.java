package io.waypost.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the token of a request that needs none. A good one says who asks, as when an admin registers a manager; any
 * other is as good as none, so that one which has expired does not keep its owner from signing in.
 */
final class WelcomeTokenFilter extends OncePerRequestFilter {

    private final BearerTokenResolver bearer = new DefaultBearerTokenResolver();
    private final TokenAuthentication tokens;

    WelcomeTokenFilter(TokenAuthentication tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String token = bearer.resolve(request);
            if (token != null) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(tokens.authenticate(new BearerTokenAuthenticationToken(token)));
                SecurityContextHolder.setContext(context);
            }
        } catch (AuthenticationException e) {
            logger.debug("The token of a request that needs none is not good", e);
        }
        chain.doFilter(request, response);
    }
}
