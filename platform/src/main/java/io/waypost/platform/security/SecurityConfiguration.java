package io.waypost.platform.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bearer tokens on everything but a short list, then roles by {@link Requires}. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration implements WebMvcConfigurer {

    /** Nothing that the API answers is meant to be shown as a page. */
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** The documentation is a page with scripts and styles of its own. */
    private static final String DOCUMENTATION_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserResolver());
    }

    /** An observation around each of a dozen filters costs each request more than verifying its token. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What anyone may call. */
    @Bean
    @Order(1)
    SecurityFilterChain publicChain(HttpSecurity http, TokenAuthentication tokens) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        RequestMatcher anyone = new OrRequestMatcher(
                path.matcher(HttpMethod.POST, "/api/auth/register"),
                path.matcher(HttpMethod.POST, "/api/auth/login"),
                path.matcher(HttpMethod.POST, "/api/auth/refresh"),
                path.matcher(HttpMethod.POST, "/api/auth/logout"),
                path.matcher(HttpMethod.GET, "/.well-known/jwks.json"),
                path.matcher(HttpMethod.GET, "/actuator/health/**"),
                path.matcher(HttpMethod.GET, "/v3/api-docs/**"),
                path.matcher(HttpMethod.GET, "/swagger-ui.html"),
                path.matcher(HttpMethod.GET, "/swagger-ui/**"));
        return stateless(http.securityMatcher(anyone), DOCUMENTATION_POLICY)
                .addFilterBefore(new WelcomeTokenFilter(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokenChain(HttpSecurity http, TokenAuthentication tokens, ProblemEntryPoint problems) {
        AuthenticationManager manager = new ProviderManager(tokens);
        BearerTokenAuthenticationFilter bearer = new BearerTokenAuthenticationFilter(manager);
        AuthenticationEntryPointFailureHandler failures = new AuthenticationEntryPointFailureHandler(problems);
        failures.setRethrowAuthenticationServiceException(false);
        bearer.setAuthenticationFailureHandler(failures);
        bearer.setAuthenticationEntryPoint(problems);
        return stateless(http, API_POLICY)
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

    private static HttpSecurity stateless(HttpSecurity http, String contentPolicy) {
        return http.cors(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
