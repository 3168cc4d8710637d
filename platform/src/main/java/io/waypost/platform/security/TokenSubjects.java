package io.waypost.platform.security;

import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;

/** Knows which account a verified token speaks of. */
interface TokenSubjects {

    /** The standing of the user that the token speaks of; empty if that is nobody. */
    Optional<Standing> standing(Jwt token);
}
