package io.waypost.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class EventTimesTest {

    private static final JsonMapper MAPPER = EventJson.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T18:00:00.123Z",
                "2024-02-29T23:59:59.999Z",
                "1969-12-31T00:00:00.001Z",
                "0000-01-01T00:00:00.000Z",
                "9999-12-31T23:59:59.999Z",
                "2026-01-31T18:00:00Z",
                "2026-01-31T18:00:00.1Z",
                "2026-01-31T18:00:00.123456Z",
                "+12026-01-31T18:00:00.123Z"
            })
    void aTimeIsReadAsTheGeneralParserReadsIt(String text) {
        assertThat(EventTimes.parse(text)).isEqualTo(Instant.parse(text));
        assertThat(MAPPER.readValue("\"" + text + "\"", Instant.class)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T18:00:00.123Z",
                "2026-13-01T18:00:00.123Z",
                "2026-00-01T18:00:00.123Z",
                "2026-01-32T18:00:00.123Z",
                "2026-01-31T25:00:00.123Z",
                "2026-01-31T18:60:00.123Z",
                "2026-01-31T18:00:0x.123Z",
                "2026-01-31 18:00:00.123Z",
                "yesterday"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> EventTimes.parse(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> MAPPER.readValue("\"" + text + "\"", Instant.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aNumberIsReadAsBefore() {
        assertThat(MAPPER.readValue("1767225600", Instant.class)).isEqualTo(Instant.ofEpochSecond(1_767_225_600));
    }
}
