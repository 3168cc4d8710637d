package io.waypost.command.module;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Numbers the questions of a quiz and the options of a question: those without an id get the next ones after the largest. */
final class Numbering {

    /** Leaves room below the largest number that every client can hold for those that are numbered here. */
    static final long LARGEST_ID = FieldReader.LARGEST - 1000;

    private Numbering() {}

    /** The ids of things, in their order: as sent, each once, or numbered. */
    static List<Long> of(List<FieldReader> things) {
        List<Optional<Long>> sent = things.stream().map(Numbering::sentId).toList();
        Set<Long> taken = new HashSet<>();
        long next = sent.stream()
                        .flatMap(Optional::stream)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                + 1;
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            Optional<Long> id = sent.get(i);
            if (id.isPresent() && !taken.add(id.get())) {
                things.get(i).wrong("id", "is there twice");
            }
            ids.add(id.isPresent() ? id.get() : next++);
        }
        return List.copyOf(ids);
    }

    private static Optional<Long> sentId(FieldReader thing) {
        return thing.optionalInteger("id", 1, LARGEST_ID);
    }
}
