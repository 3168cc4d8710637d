package io.waypost.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bearer tokens on everything but a short list, then roles by {@link Requires}. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration implements WebMvcConfigurer {

    private static final long KEYS_CACHED_MILLIS = 300_000;
    private static final long KEYS_REFRESH_MILLIS = 15_000;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserResolver());
    }

    @Bean
    JwtDecoder jwtDecoder(PublicKeys keys) {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys)
                .cache(KEYS_CACHED_MILLIS, KEYS_REFRESH_MILLIS)
                .rateLimited(false)
                .build();
        return NimbusJwtDecoder.withJwkSource(source).build();
    }

    /** What anyone may call. A token is not even looked at: one that has expired must not keep its owner from signing in. */
    @Bean
    @Order(1)
    SecurityFilterChain publicChain(HttpSecurity http) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        RequestMatcher anyone = new OrRequestMatcher(
                path.matcher(HttpMethod.POST, "/api/auth/login"),
                path.matcher(HttpMethod.GET, "/.well-known/jwks.json"),
                path.matcher(HttpMethod.GET, "/actuator/health/**"),
                path.matcher(HttpMethod.GET, "/v3/api-docs/**"),
                path.matcher(HttpMethod.GET, "/swagger-ui.html"),
                path.matcher(HttpMethod.GET, "/swagger-ui/**"));
        return stateless(http.securityMatcher(anyone))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokenChain(HttpSecurity http, JwtDecoder decoder, ProblemEntryPoint problems) {
        AuthenticationManager tokens = new ProviderManager(new JwtAuthenticationProvider(decoder));
        BearerTokenAuthenticationFilter bearer = new BearerTokenAuthenticationFilter(tokens);
        AuthenticationEntryPointFailureHandler failures = new AuthenticationEntryPointFailureHandler(problems);
        failures.setRethrowAuthenticationServiceException(false);
        bearer.setAuthenticationFailureHandler(failures);
        bearer.setAuthenticationEntryPoint(problems);
        return stateless(http)
                .addFilterBefore(bearer, AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
