package io.waypost.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The statements that are too long to stand between lines of Java. */
final class Sql {

    private Sql() {}

    /** What a file beside this class says. */
    static String of(String file) {
        try (InputStream sql = Objects.requireNonNull(Sql.class.getResourceAsStream(file), file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
