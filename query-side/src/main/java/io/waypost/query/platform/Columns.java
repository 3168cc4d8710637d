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

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final double NANOS_PER_MICRO = 1000;

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

    /** A column {@code bigint}; what is empty becomes null. */
    public @Nullable Long[] optionalLongs(Function<T, Optional<Long>> value) {
        @Nullable Long[] longs = new @Nullable Long[rows.size()];
        for (int i = 0; i < longs.length; i++) {
            Optional<Long> number = value.apply(rows.get(i));
            longs[i] = number.isPresent() ? number.get() : null;
        }
        return longs;
    }

    /** A column {@code integer}; what is empty becomes null. */
    public @Nullable Integer[] optionalInts(Function<T, Optional<Integer>> value) {
        @Nullable Integer[] ints = new @Nullable Integer[rows.size()];
        for (int i = 0; i < ints.length; i++) {
            Optional<Integer> number = value.apply(rows.get(i));
            ints[i] = number.isPresent() ? number.get() : null;
        }
        return ints;
    }

    /**
     * Times as microseconds since 1970, which is how exact PostgreSQL holds them; what is empty becomes null. Where there are
     * very many, numbers are much cheaper than texts: {@code timestamptz 'epoch' + micros * interval '1 microsecond'}.
     */
    public @Nullable Long[] optionalMicros(Function<T, Optional<Instant>> value) {
        return optionalLongs(row -> value.apply(row).map(Columns::micros));
    }

    /** A column {@code timestamptz}, as texts that PostgreSQL reads. */
    public String[] times(Function<T, Instant> value) {
        return texts(value.andThen(Instant::toString));
    }

    /** As PostgreSQL rounds what is more exact. */
    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND),
                Math.round(time.getNano() / NANOS_PER_MICRO));
    }
}
