package io.waypost.platform.security;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link CurrentUser} out of the verified token. */
public final class CurrentUserResolver implements HandlerMethodArgumentResolver {

    /** The claim that holds the role's name. */
    public static final String ROLE_CLAIM = "role";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getUserPrincipal())
                .orElseThrow(() -> new RequestRejected(ProblemCode.UNAUTHENTICATED, "A valid token is needed."));
    }

    /** The user behind a principal; empty if it is not a token of Waypost. */
    public static Optional<CurrentUser> of(@Nullable Principal principal) {
        if (!(principal instanceof JwtAuthenticationToken token)) {
            return Optional.empty();
        }
        Jwt jwt = token.getToken();
        try {
            SystemRole role = SystemRole.ofCode(String.valueOf(jwt.getClaimAsString(ROLE_CLAIM)));
            return Optional.of(new CurrentUser(new UserId(Long.parseLong(jwt.getSubject())), role));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
