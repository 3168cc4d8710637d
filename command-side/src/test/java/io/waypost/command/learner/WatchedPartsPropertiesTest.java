package io.waypost.command.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.command.learner.WatchedParts.Part;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever parts are watched, the union holds the milliseconds that a plain set of them would hold. */
class WatchedPartsPropertiesTest {

    private static final int MOST_MILLIS = 5000;

    @Property
    void unionHoldsEachMillisecondOfEachPart(@ForAll("requests") List<List<Part>> requests) {
        WatchedParts watched = WatchedParts.NONE;
        BitSet plain = new BitSet();
        for (List<Part> request : requests) {
            watched = watched.and(WatchedParts.union(request.stream()));
            request.forEach(part -> plain.set((int) part.from(), (int) part.to()));
        }

        assertThat(millis(watched)).isEqualTo(plain);
        assertApart(watched);
    }

    @Property
    void orderOfPartsDoesNotMatter(@ForAll("parts") List<Part> parts) {
        WatchedParts oneByOne = parts.reversed().stream()
                .map(part -> WatchedParts.union(List.of(part).stream()))
                .reduce(WatchedParts.NONE, WatchedParts::and);

        assertThat(oneByOne).isEqualTo(WatchedParts.union(parts.stream()));
        assertThat(oneByOne.and(oneByOne)).isEqualTo(oneByOne);
    }

    @Property
    void percentIsWhatTheVideoHasOfThemRoundedDown(
            @ForAll("parts") List<Part> parts, @ForAll @IntRange(min = 1, max = 7) int durationSeconds) {
        WatchedParts watched = WatchedParts.union(parts.stream());
        BitSet plain = millis(watched);
        plain.clear(durationSeconds * 1000, Math.max(durationSeconds * 1000, MOST_MILLIS + 1));

        assertThat(millis(watched.within(durationSeconds))).isEqualTo(plain);
        assertThat(watched.percentOf(durationSeconds)).isEqualTo(100 * plain.cardinality() / (durationSeconds * 1000));
    }

    @Property
    void boundariesTellThePartsAgain(@ForAll("parts") List<Part> parts) {
        WatchedParts watched = WatchedParts.union(parts.stream());

        assertThat(WatchedParts.between(watched.boundaries())).isEqualTo(watched);
    }

    @Property
    void aVideoOfAnyLengthCanBeWatchedAsAWhole(@ForAll("durations") long durationSeconds) {
        WatchedParts watched = WatchedParts.union(List.of(new Part(0, Long.MAX_VALUE)).stream());

        assertThat(watched.percentOf(durationSeconds)).isEqualTo(100);
        assertThat(watched.within(durationSeconds).boundaries()).containsExactly(0, durationSeconds * 1000);
    }

    @Provide
    Arbitrary<List<List<Part>>> requests() {
        return parts().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Long> fine = Arbitraries.longs().between(0, MOST_MILLIS);
        Arbitrary<Long> coarse = Arbitraries.longs().between(0, 20).map(step -> step * 250);
        return Arbitraries.oneOf(part(fine), part(coarse)).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Long> durations() {
        return Arbitraries.longs().between(1, (1L << 53) - 1);
    }

    private static Arbitrary<Part> part(Arbitrary<Long> boundary) {
        return Combinators.combine(boundary, boundary)
                .as((one, other) -> new Part(Math.min(one, other), Math.max(one, other)));
    }

    private static BitSet millis(WatchedParts watched) {
        BitSet millis = new BitSet();
        watched.parts().forEach(part -> millis.set((int) part.from(), (int) part.to()));
        return millis;
    }

    private static void assertApart(WatchedParts watched) {
        assertThat(watched.parts()).allSatisfy(part -> assertThat(part.from()).isLessThan(part.to()));
        for (int i = 1; i < watched.parts().size(); i++) {
            assertThat(watched.parts().get(i).from())
                    .isGreaterThan(watched.parts().get(i - 1).to());
        }
    }
}
