package io.waypost.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A part that is there only as long as Waypost signs its tokens itself, and no OpenID Connect provider does. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = ExternalTokens.ISSUER, havingValue = "none", matchIfMissing = true)
public @interface OwnTokensOnly {}
