package io.waypost.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything here, for a side to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PlatformConfiguration {

    /** Milliseconds, since that is what events are stored with. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
