package io.waypost.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    @Test
    void aWholeNumberIsAPosition() {
        assertThat(AsOf.parse("0")).isEqualTo(new AsOf.Position(0));
        assertThat(AsOf.parse("9223372036854775807")).isEqualTo(new AsOf.Position(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T10:00:00Z",
                "2026-01-01T12:00:00+02:00",
                "2026-01-01T12:00:00.000 02:00",
                "2026-01-01T07:00-03:00"
            })
    void aTimeWithItsOffsetIsATime(String text) {
        assertThat(AsOf.parse(text)).isEqualTo(new AsOf.Time(Instant.parse("2026-01-01T10:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "1.5",
                "1,2",
                "yesterday",
                "2026-01-01",
                "2026-01-01T10:00:00",
                "2026-02-30T10:00Z"
            })
    void anythingElseIsInvalid(String text) {
        assertThatThrownBy(() -> AsOf.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .containsExactly(
                                        new FieldProblem("as_of", "must be a time with its offset or a position")));
    }

    @Test
    void aNumberThatNoPositionCanHaveIsAhead() {
        assertThatThrownBy(() -> AsOf.parse("9223372036854775808"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .containsExactly(new FieldProblem("as_of", "is ahead of now")));
    }
}
