package io.waypost.command.platform;

import io.waypost.api.ordering.Destination;
import io.waypost.platform.web.InvalidInput;
import java.util.Optional;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * The body of a request that moves one item of an ordered sequence; without either field it changes nothing.
 *
 * @param ordering the new 0-based place, clamped into range
 * @param after the id of the item to follow, or null for the front
 * @param <T> the id of the items
 */
public record Move<T>(JsonNullable<Integer> ordering, JsonNullable<T> after) {

    /**
     * Where the item goes.
     *
     * @throws InvalidInput if both fields are there, or {@code ordering} is null
     */
    public Destination<T> destination() {
        if (ordering.isPresent() && after.isPresent()) {
            throw InvalidInput.of("ordering", "and after exclude each other");
        }
        if (after.isPresent()) {
            return new Destination.After<>(Optional.ofNullable(after.get()));
        }
        if (!ordering.isPresent()) {
            return new Destination.Unchanged<>();
        }
        return new Destination.Position<>(
                Optional.ofNullable(ordering.get()).orElseThrow(() -> InvalidInput.of("ordering", "must be a number")));
    }
}
