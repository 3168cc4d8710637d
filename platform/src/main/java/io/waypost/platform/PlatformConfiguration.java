package io.waypost.platform;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything here, for a side to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PlatformConfiguration {}
