package io.waypost.api.ordering;

import java.util.Optional;

/**
 * Where an item of an {@link Ordering} is moved to.
 *
 * @param <T> what is ordered
 */
public sealed interface Destination<T> {

    /**
     * A place counted in the resulting order.
     *
     * @param ordering 0-based, clamped into range
     */
    record Position<T>(int ordering) implements Destination<T> {}

    /**
     * Right behind another item.
     *
     * @param predecessor the item to follow; empty for the front
     */
    record After<T>(Optional<T> predecessor) implements Destination<T> {}

    /** Where it is. */
    record Unchanged<T>() implements Destination<T> {}

    /** The item that must be in the ordering for the move to be possible, beside the one that is moved. */
    default Optional<T> predecessorNeeded() {
        return this instanceof After<T> after ? after.predecessor() : Optional.empty();
    }
}
