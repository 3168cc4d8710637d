package io.waypost.platform.security;

import io.waypost.api.user.SystemRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least role that may call an endpoint. An endpoint of Waypost without it, and without {@link Public}, is denied to
 * everyone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** The role; those above it may call as well. */
    SystemRole value();
}
