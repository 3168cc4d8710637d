package io.waypost.query.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Choices, the same for the same seed. */
record Chance(Random random) {

    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    boolean nextBoolean() {
        return random.nextBoolean();
    }

    Optional<String> optionalText() {
        return nextBoolean() ? Optional.of(text()) : Optional.empty();
    }

    /** With all that is special in JSON, in arrays of PostgreSQL and in UTF-16. */
    String text() {
        return "Text " + nextInt(1000) + " \"{,}\\ ä\uD83D\uDE00";
    }

    <T> T pick(Iterable<T> from) {
        List<T> all = new ArrayList<>();
        from.forEach(all::add);
        return all.get(nextInt(all.size()));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }
}
