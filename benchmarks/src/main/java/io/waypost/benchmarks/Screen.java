package io.waypost.benchmarks;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * What an endpoint shows to a learner.
 *
 * @param name what it is called in the table of results
 * @param pathOf the path, by the learner's place
 * @param textOf what the answer must say
 * @param sql a statement with one parameter that reads as much from the tables
 * @param keyOf the parameter
 */
record Screen(
        String name, IntFunction<String> pathOf, IntFunction<String> textOf, String sql, IntToLongFunction keyOf) {

    String path(int learner) {
        return pathOf.apply(learner);
    }

    String says(int learner) {
        return textOf.apply(learner);
    }

    long key(int learner) {
        return keyOf.applyAsLong(learner);
    }
}
