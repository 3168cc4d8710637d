package io.waypost.query.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param items the part
 * @param nextCursor what to ask with for the part after it; empty at the end of the list
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

    /**
     * The page that begins a list of which one item more than asked for was read, if there are so many.
     *
     * @param read the items, at most one more than the limit
     * @param cursor where the item stands in the order of the list, as a text that {@link PageRequest#after()} gives back
     */
    public static <T> Page<T> of(List<T> read, PageRequest request, Function<T, String> cursor) {
        if (read.size() <= request.limit()) {
            return new Page<>(List.copyOf(read), Optional.empty());
        }
        List<T> items = List.copyOf(read.subList(0, request.limit()));
        return new Page<>(items, Optional.of(PageRequest.encode(cursor.apply(items.getLast()))));
    }

    /** The same page of other items. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
