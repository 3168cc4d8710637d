package io.waypost.query.account;

import io.waypost.api.user.SystemRole;
import io.waypost.platform.web.InvalidInput;
import java.util.Optional;

/**
 * Which users are looked for. What is empty does not matter.
 *
 * @param text a part of the username, the e-mail address or the name, whatever the letter case
 * @param role the system role
 * @param isActive whether they may sign in
 */
record UserSearch(Optional<String> text, Optional<SystemRole> role, Optional<Boolean> isActive) {

    /**
     * Reads the parameters of a request.
     *
     * @throws InvalidInput if one of them has no meaning
     */
    static UserSearch of(Optional<String> search, Optional<String> role, Optional<String> isActive) {
        return new UserSearch(
                search.map(UserSearch::text).filter(text -> !text.isEmpty()),
                role.map(UserSearch::role),
                isActive.map(UserSearch::flag));
    }

    /** The text as a pattern for LIKE, in which only the text itself stands for something. */
    Optional<String> pattern() {
        return text.map(sought -> sought.replaceAll("([\\\\%_])", "\\\\$1")).map(escaped -> "%" + escaped + "%");
    }

    private static String text(String search) {
        if (search.indexOf(0) >= 0) {
            throw InvalidInput.of("search", "contains a character that is not allowed");
        }
        return search.strip();
    }

    private static SystemRole role(String name) {
        try {
            return SystemRole.ofCode(name);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("role", "is not one of the allowed values");
        }
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidInput.of("is_active", "must be true or false");
        };
    }
}
