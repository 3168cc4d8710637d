package io.waypost.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A user whose token is good and whose account may be used. */
final class SignedInUser extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;

    SignedInUser(CurrentUser user) {
        super(List.of());
        this.user = user;
        setAuthenticated(true);
    }

    CurrentUser user() {
        return user;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return user;
    }

    /** The number, never the name: it stands in log lines. */
    @Override
    public String getName() {
        return String.valueOf(user.id().value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
