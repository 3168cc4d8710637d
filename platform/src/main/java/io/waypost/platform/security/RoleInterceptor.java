package io.waypost.platform.security;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Enforces {@link Requires} before the input is looked at, so that who may never do something learns nothing else. An
 * endpoint of Waypost that says nothing is denied.
 */
final class RoleInterceptor implements HandlerInterceptor {

    private static final String OWN_CODE = "io.waypost";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OWN_CODE)
                || method.hasMethodAnnotation(Public.class)
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        boolean allowed = Optional.ofNullable(method.getMethodAnnotation(Requires.class))
                .flatMap(required ->
                        CurrentUserResolver.of(request.getUserPrincipal()).map(user -> user.is(required.value())))
                .orElse(false);
        if (!allowed) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "Your role does not allow this.");
        }
        return true;
    }
}
