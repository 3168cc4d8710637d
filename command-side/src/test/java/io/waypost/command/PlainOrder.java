package io.waypost.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What commands should do to an order, on plain lists. Empty where they should be refused. */
public final class PlainOrder {

    private PlainOrder() {}

    /** Adds at a place, or at the end. */
    public static <T> Optional<List<T>> add(List<T> present, T item, Optional<Integer> place) {
        return present.contains(item) ? Optional.empty() : Optional.of(with(present, item, place.orElse(999)));
    }

    /** Moves to a place. */
    public static <T> Optional<List<T>> moveTo(List<T> present, T item, int place) {
        return remove(present, item).map(others -> with(others, item, place));
    }

    /** Moves behind another item, or to the front. */
    public static <T> Optional<List<T>> moveAfter(List<T> present, T item, Optional<T> predecessor) {
        if (!present.contains(item) || !predecessor.map(present::contains).orElse(true)) {
            return Optional.empty();
        }
        if (predecessor.equals(Optional.of(item))) {
            return Optional.of(present);
        }
        return remove(present, item)
                .map(others ->
                        with(others, item, predecessor.map(others::indexOf).orElse(-1) + 1));
    }

    /** Takes on another order. */
    public static <T> Optional<List<T>> reorder(List<T> present, List<T> order) {
        return sorted(present).equals(sorted(order)) ? Optional.of(order) : Optional.empty();
    }

    /** Takes an item out. */
    public static <T> Optional<List<T>> remove(List<T> present, T item) {
        List<T> others = new ArrayList<>(present);
        return others.remove(item) ? Optional.of(others) : Optional.empty();
    }

    private static <T> List<T> with(List<T> others, T item, int place) {
        List<T> changed = new ArrayList<>(others);
        changed.add(Math.min(Math.max(place, 0), others.size()), item);
        return changed;
    }

    private static <T> List<String> sorted(List<T> items) {
        return items.stream().map(Object::toString).sorted().toList();
    }
}
