package io.waypost.query.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into one array per column, so that a single statement with {@code unnest} writes them all.
 *
 * @param rows the rows
 * @param <T> a row
 */
public record Columns<T>(List<T> rows) {

    /** A column {@code bigint}. */
    public long[] longs(ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    /** A column {@code integer}. */
    public int[] ints(ToIntFunction<T> value) {
        return rows.stream().mapToInt(value).toArray();
    }

    /** A column {@code boolean}. */
    public Boolean[] booleans(Predicate<T> value) {
        return rows.stream().map(value::test).toArray(Boolean[]::new);
    }

    /** A column {@code text}. */
    public String[] texts(Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** A column {@code text}; what is empty becomes null. */
    public @Nullable String[] optionalTexts(Function<T, Optional<String>> value) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Optional<String> text = value.apply(rows.get(i));
            texts[i] = text.isPresent() ? text.get() : null;
        }
        return texts;
    }

    /** A column {@code timestamptz}, as texts that PostgreSQL reads. */
    public String[] times(Function<T, Instant> value) {
        return texts(value.andThen(Instant::toString));
    }
}
