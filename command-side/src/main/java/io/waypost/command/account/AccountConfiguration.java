package io.waypost.command.account;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How passwords are encoded. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    private static final String PBKDF2 = "pbkdf2@SpringSecurity_v5_8";

    /** PBKDF2, because bcrypt takes 72 bytes at most and passwords may have 128 characters. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                PBKDF2, Map.of(PBKDF2, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }
}
