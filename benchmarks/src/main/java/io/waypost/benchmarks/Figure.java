package io.waypost.benchmarks;

import java.util.Optional;

/**
 * One result.
 *
 * @param workload what was measured
 * @param what which part of it
 * @param value how much
 * @param unit of what, such as {@code ms}
 * @param target what it must reach; empty for what only explains the others, such as a ceiling
 */
record Figure(String workload, String what, double value, String unit, Optional<Target> target) {

    Figure(String workload, String what, double value, String unit) {
        this(workload, what, value, unit, Optional.empty());
    }

    /** The same, which must be this much or more. */
    Figure atLeast(double bound) {
        return new Figure(workload, what, value, unit, Optional.of(new Target(Target.Direction.AT_LEAST, bound)));
    }

    /** The same, which must be this much or less. */
    Figure atMost(double bound) {
        return new Figure(workload, what, value, unit, Optional.of(new Target(Target.Direction.AT_MOST, bound)));
    }

    /** Whether it reaches its target; empty if it has none. */
    Optional<Boolean> reached() {
        return target.map(t -> t.isReachedBy(value));
    }
}
