package io.waypost.api.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to an ordering, it stays dense and without duplicates and agrees with a plain list. */
class OrderingPropertiesTest {

    private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @Property
    void agreesWithPlainList(@ForAll("steps") List<Step> steps) {
        Ordering<String> ordering = Ordering.empty();
        List<String> model = new ArrayList<>();
        for (Step step : steps) {
            Ordering<String> before = ordering;
            List<String> itemsBefore = List.copyOf(before.items());
            ordering = taken(step, ordering);
            take(step, model);

            assertThat(ordering.items()).isEqualTo(model);
            assertThat(Set.copyOf(ordering.items())).hasSize(ordering.size());
            assertThat(ordering.items().stream().map(ordering::positionOf).toList())
                    .isEqualTo(IntStream.range(0, ordering.size()).boxed().toList());
            assertThat(before.items()).isEqualTo(itemsBefore);
        }
    }

    /** Inserts what is absent; moves, places, permutes or removes what is present. */
    private static Ordering<String> taken(Step step, Ordering<String> ordering) {
        if (!ordering.contains(step.item())) {
            return ordering.insert(step.item(), step.position());
        }
        return switch (step.kind()) {
            case MOVE -> ordering.moveTo(step.item(), step.position().orElse(0));
            case PLACE -> ordering.moveAfter(step.item(), step.other().filter(ordering::contains));
            case PERMUTE ->
                ordering.permute(
                        step.order().stream().filter(ordering::contains).toList());
            case REMOVE -> ordering.remove(step.item());
        };
    }

    private static void take(Step step, List<String> model) {
        if (!model.contains(step.item())) {
            model.add(clamped(step.position().orElse(ITEMS.size()), model.size()), step.item());
            return;
        }
        switch (step.kind()) {
            case MOVE -> {
                model.remove(step.item());
                model.add(clamped(step.position().orElse(0), model.size()), step.item());
            }
            case PLACE -> place(step, model);
            case PERMUTE ->
                model.sort((a, b) -> step.order().indexOf(a) - step.order().indexOf(b));
            case REMOVE -> model.remove(step.item());
        }
    }

    private static void place(Step step, List<String> model) {
        Optional<String> predecessor = step.other().filter(model::contains);
        if (!predecessor.equals(Optional.of(step.item()))) {
            model.remove(step.item());
            model.add(predecessor.map(model::indexOf).orElse(-1) + 1, step.item());
        }
    }

    private static int clamped(int position, int max) {
        return Math.min(Math.max(position, 0), max);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> positions = Arbitraries.oneOf(
                Arbitraries.integers().between(-1, ITEMS.size()), Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE));
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(ITEMS),
                        positions.optional(),
                        Arbitraries.of(ITEMS).optional(),
                        Arbitraries.shuffle(ITEMS))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** What is done to an item that is present. */
    enum Kind {
        MOVE,
        PLACE,
        PERMUTE,
        REMOVE
    }

    record Step(Kind kind, String item, Optional<Integer> position, Optional<String> other, List<String> order) {}
}
