package io.waypost.api.module;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A colour as {@code #RRGGBB}, hexadecimal digits in either case.
 *
 * @param value the seven characters
 */
public record Color(@JsonValue String value) {

    /** What a colour looks like, as a regular expression. */
    public static final String FORMAT = "#[0-9a-fA-F]{6}";

    private static final Pattern PATTERN = Pattern.compile(FORMAT);

    /**
     * @throws IllegalArgumentException if the value is no colour
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Color {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("A colour has the form #RRGGBB");
        }
    }
}
