package io.waypost.platform.security;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link CurrentUser}. */
public final class CurrentUserResolver implements HandlerMethodArgumentResolver {

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

    /** The user behind a principal; empty if nobody is signed in. */
    public static Optional<CurrentUser> of(@Nullable Principal principal) {
        return principal instanceof SignedInUser signedIn ? Optional.of(signedIn.user()) : Optional.empty();
    }
}
