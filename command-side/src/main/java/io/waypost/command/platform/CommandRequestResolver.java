package io.waypost.command.platform;

import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.CurrentUserResolver;
import io.waypost.platform.web.RequestIdFilter;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controllers take a {@link CommandRequest} as a parameter. */
final class CommandRequestResolver implements HandlerMethodArgumentResolver {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new CommandRequest(
                CurrentUserResolver.of(request.getUserPrincipal()).map(CurrentUser::id),
                RequestIdFilter.current(),
                expectedVersion(request),
                prefersAsync(request));
    }

    /** RFC 9110, section 13.1.1: a list that names no version Waypost ever gave matches nothing, so it is stale. */
    private static OptionalLong expectedVersion(NativeWebRequest request) {
        Optional<String> header =
                Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)).map(String::strip);
        if (header.isEmpty() || header.get().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = VERSION.matcher(header.get());
        if (!matcher.matches()) {
            throw new RequestRejected(ProblemCode.STALE_VERSION, "If-Match names no version of this.");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    /** RFC 7240, section 4.1. */
    private static boolean prefersAsync(NativeWebRequest request) {
        return Stream.ofNullable(request.getHeaderValues("Prefer"))
                .flatMap(Arrays::stream)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(preference -> preference.strip().equalsIgnoreCase("respond-async"));
    }
}
