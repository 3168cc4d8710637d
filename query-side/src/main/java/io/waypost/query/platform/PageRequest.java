package io.waypost.query.platform;

import io.waypost.platform.web.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which part of a long list is asked for.
 *
 * @param limit how many items at most, 1 to 200
 * @param after where the last item stood that the client has, as {@link Page#of} was told; empty for the first page
 */
public record PageRequest(int limit, Optional<String> after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /**
     * Reads the parameters {@code limit} and {@code cursor} of a request.
     *
     * @throws InvalidInput if the limit is out of range or the cursor is none that was given out
     */
    public static PageRequest of(Optional<Integer> limit, Optional<String> cursor) {
        int wanted = limit.orElse(DEFAULT_LIMIT);
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw InvalidInput.of("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return new PageRequest(wanted, cursor.map(PageRequest::decode));
    }

    /** Where the last item stood, if that is a number, as in most lists. */
    public Optional<Long> afterNumber() {
        try {
            return after.map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw invalidCursor();
        }
    }

    /** How many items to read, so that it shows whether there are more. */
    public int readLimit() {
        return limit + 1;
    }

    /** The refusal of a cursor that was not given out. */
    public static InvalidInput invalidCursor() {
        return InvalidInput.of("cursor", "is not one that was given out");
    }

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
    }
}
