package io.waypost.api.ordering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of distinct items whose positions are dense and 0-based: the item at index {@code i} has ordering {@code i}.
 * Every operation answers a new value and leaves this one as it was.
 *
 * @param items the items in order
 * @param <T> what is ordered, usually an id
 */
public record Ordering<T>(List<T> items) {

    /**
     * @throws IllegalArgumentException if an item occurs twice
     */
    public Ordering {
        items = List.copyOf(items);
        if (new HashSet<>(items).size() != items.size()) {
            throw new IllegalArgumentException("An item occurs twice in " + items);
        }
    }

    /** An ordering without items. */
    public static <T> Ordering<T> empty() {
        return new Ordering<>(List.of());
    }

    /** The number of items. */
    public int size() {
        return items.size();
    }

    /** Whether the item is in this ordering. */
    public boolean contains(T item) {
        return items.contains(item);
    }

    /**
     * The 0-based position of an item that is present.
     *
     * @throws IllegalArgumentException if it is not present
     */
    public int positionOf(T item) {
        int position = items.indexOf(item);
        if (position < 0) {
            throw new IllegalArgumentException(item + " is not in " + items);
        }
        return position;
    }

    /**
     * Inserts an item that is not present yet.
     *
     * @param position where the item goes, clamped to 0 .. size; at the end if empty
     * @throws IllegalArgumentException if it is already present
     */
    public Ordering<T> insert(T item, Optional<Integer> position) {
        List<T> changed = new ArrayList<>(items);
        changed.add(clamp(position.orElse(items.size()), items.size()), item);
        return new Ordering<>(changed);
    }

    /**
     * Moves an item to a position, counted in the resulting order.
     *
     * @param position the new position, clamped to 0 .. size - 1
     * @throws IllegalArgumentException if the item is not present
     */
    public Ordering<T> moveTo(T item, int position) {
        return remove(item).insert(item, Optional.of(position));
    }

    /**
     * Moves an item right behind another one.
     *
     * @param predecessor the item to follow, or empty for the front; the item itself changes nothing
     * @throws IllegalArgumentException if either is not present
     */
    public Ordering<T> moveAfter(T item, Optional<T> predecessor) {
        if (predecessor.isPresent() && predecessor.get().equals(item)) {
            positionOf(item);
            return this;
        }
        Ordering<T> others = remove(item);
        int position = predecessor.map(others::positionOf).map(p -> p + 1).orElse(0);
        return others.insert(item, Optional.of(position));
    }

    /**
     * Moves an item to a destination of any kind.
     *
     * @throws IllegalArgumentException if the item, or the one to follow, is not present
     */
    public Ordering<T> move(T item, Destination<T> destination) {
        return switch (destination) {
            case Destination.Position<T> position -> moveTo(item, position.ordering());
            case Destination.After<T> after -> moveAfter(item, after.predecessor());
            case Destination.Unchanged<T> unchanged -> this;
        };
    }

    /**
     * Takes an item out; those behind it move up.
     *
     * @throws IllegalArgumentException if it is not present
     */
    public Ordering<T> remove(T item) {
        List<T> changed = new ArrayList<>(items);
        changed.remove(positionOf(item));
        return new Ordering<>(changed);
    }

    /** Whether the list holds exactly the items of this ordering, each once, in any order. */
    public boolean isPermutation(List<T> candidate) {
        return candidate.size() == items.size() && new HashSet<>(candidate).equals(new HashSet<>(items));
    }

    /**
     * Puts the items into a new order.
     *
     * @throws IllegalArgumentException if the list is no permutation of the present items
     */
    public Ordering<T> permute(List<T> order) {
        if (!isPermutation(order)) {
            throw new IllegalArgumentException(order + " is no permutation of " + items);
        }
        return new Ordering<>(order);
    }

    private static int clamp(int position, int max) {
        return Math.clamp(position, 0, max);
    }
}
