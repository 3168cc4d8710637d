package io.waypost.command.learner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The parts of a video that were watched. Every operation answers a new value and leaves this one as it was.
 *
 * @param parts in order and apart from each other: none touches the next
 */
record WatchedParts(List<Part> parts) {

    /** Nothing was watched yet. */
    static final WatchedParts NONE = new WatchedParts(List.of());

    private static final int MILLIS_PER_SECOND = 1000;

    /** Of so many milliseconds in a second, how many are one percent of it. */
    private static final int MILLIS_PER_PERCENT = 10;

    WatchedParts {
        parts = List.copyOf(parts);
    }

    /** The union of parts, in any order, overlapping or not. */
    static WatchedParts union(Stream<Part> watched) {
        List<Part> apart = new ArrayList<>();
        watched.filter(part -> part.from() < part.to())
                .sorted(Comparator.comparingLong(Part::from))
                .forEachOrdered(part -> {
                    if (apart.isEmpty() || apart.getLast().to() < part.from()) {
                        apart.add(part);
                    } else {
                        Part last = apart.removeLast();
                        apart.add(new Part(last.from(), Math.max(last.to(), part.to())));
                    }
                });
        return new WatchedParts(apart);
    }

    /** The parts of beginnings and ends in turn, as {@link #boundaries} gives them. */
    static WatchedParts between(long... boundaries) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < boundaries.length; i += 2) {
            parts.add(new Part(boundaries[i], boundaries[i + 1]));
        }
        return new WatchedParts(parts);
    }

    /** Beginnings and ends in turn. */
    long[] boundaries() {
        return parts.stream()
                .flatMapToLong(part -> LongStream.of(part.from(), part.to()))
                .toArray();
    }

    /** What is here or there. */
    WatchedParts and(WatchedParts others) {
        return union(Stream.concat(parts.stream(), others.parts.stream()));
    }

    /** What of it lies within a video of a length. */
    WatchedParts within(long durationSeconds) {
        long end = Math.multiplyExact(durationSeconds, MILLIS_PER_SECOND);
        return union(parts.stream().map(part -> new Part(part.from(), Math.min(part.to(), end))));
    }

    /** How much of a video of a length that is, in percent, rounded down. */
    int percentOf(long durationSeconds) {
        long watched = within(durationSeconds).parts.stream()
                .mapToLong(part -> part.to() - part.from())
                .sum();
        return Math.toIntExact(watched / (MILLIS_PER_PERCENT * durationSeconds));
    }

    /**
     * A part of a video.
     *
     * @param from where it begins, in milliseconds
     * @param to where it ends, in milliseconds
     */
    record Part(long from, long to) {}
}
