package io.waypost.api.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderingTest {

    private static final Ordering<String> ABC = new Ordering<>(List.of("a", "b", "c"));

    @Test
    void countsPositionsFromZero() {
        assertThat(ABC.positionOf("a")).isZero();
        assertThat(ABC.positionOf("c")).isEqualTo(2);
        assertThat(ABC.size()).isEqualTo(3);
    }

    @Test
    void holdsEachItemOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ordering<>(List.of("a", "b", "a")));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<String> items = new ArrayList<>(List.of("a", "b"));
        Ordering<String> ordering = new Ordering<>(items);

        items.add("c");

        assertThat(ordering.items()).containsExactly("a", "b");
    }

    @Test
    void insertsAtTheEndWithoutPosition() {
        assertThat(ABC.insert("x", Optional.empty()).items()).containsExactly("a", "b", "c", "x");
        assertThat(Ordering.<String>empty().insert("x", Optional.empty()).items())
                .containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource({"0, xabc", "1, axbc", "3, abcx", "4, abcx", "2147483647, abcx", "-1, xabc", "-2147483648, xabc"})
    void insertsAtClampedPosition(int position, String expected) {
        assertThat(String.join("", ABC.insert("x", Optional.of(position)).items()))
                .isEqualTo(expected);
    }

    @Test
    void insertsNothingTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> ABC.insert("b", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "a, 0, abc",
        "a, 1, bac",
        "a, 2, bca",
        "a, 3, bca",
        "c, 0, cab",
        "c, 1, acb",
        "b, 1, abc",
        "b, -5, bac",
        "b, 2147483647, acb"
    })
    void movesToPositionInTheResult(String item, int position, String expected) {
        assertThat(String.join("", ABC.moveTo(item, position).items())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a, b, bac", "a, c, bca", "c, a, acb", "b, a, abc", "a, a, abc", "c, , cab", "a, , abc"})
    void movesBehindAnother(String item, @Nullable String predecessor, String expected) {
        assertThat(String.join(
                        "",
                        ABC.moveAfter(item, Optional.ofNullable(predecessor)).items()))
                .isEqualTo(expected);
    }

    @Test
    void movesOnlyWhatIsPresent() {
        assertThatIllegalArgumentException().isThrownBy(() -> ABC.moveTo("x", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ABC.moveAfter("x", Optional.of("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> ABC.moveAfter("x", Optional.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> ABC.moveAfter("a", Optional.of("x")));
    }

    @Test
    void closesTheGapOfWhatIsRemoved() {
        assertThat(ABC.remove("b").items()).containsExactly("a", "c");
        assertThat(ABC.remove("b").positionOf("c")).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> ABC.remove("x"));
    }

    @ParameterizedTest
    @CsvSource({"abc, true", "cab, true", "ab, false", "abb, false", "abx, false", "abcx, false", "abca, false"})
    void tellsPermutationsFromOtherLists(String candidate, boolean permutation) {
        List<String> items = List.of(candidate.split("", -1)).stream()
                .filter(item -> !item.isEmpty())
                .toList();

        assertThat(ABC.isPermutation(items)).isEqualTo(permutation);
        if (permutation) {
            assertThat(ABC.permute(items).items()).isEqualTo(items);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> ABC.permute(items));
        }
    }
}
