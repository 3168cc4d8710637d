package io.waypost.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Which web pages of other origins may call the API: those in {@code waypost.cors.allowed-origins}, at first none. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    /** Without credentials: tokens come in a header that the page sets itself, and there are no cookies. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(@Value("${waypost.cors.allowed-origins}") List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(
                List.of("Authorization", "Content-Type", "Accept", "If-Match", "Prefer", "X-Request-Id"));
        cors.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "Retry-After",
                "Content-Disposition",
                "Waypost-Position",
                "Waypost-Projection",
                "Waypost-As-Of",
                "X-Request-Id"));
        cors.setMaxAge(PREFLIGHT_KEPT);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }
}
