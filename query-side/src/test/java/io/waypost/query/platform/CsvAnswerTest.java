package io.waypost.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvAnswerTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private String written(List<?> cells) throws UnsupportedEncodingException {
        CsvAnswer csv = CsvAnswer.begin(response, "file.csv", List.of("one", "two"));
        csv.row(cells);
        csv.end();
        return response.getContentAsString();
    }

    @Test
    void saysWhatItIs() throws UnsupportedEncodingException {
        written(List.of());

        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"file.csv\"");
    }

    @Test
    void beginsWithTheNamesOfTheColumns() throws UnsupportedEncodingException {
        assertThat(written(List.of("a", "ä\uD83D\uDE00"))).isEqualTo("one,two\r\na,ä\uD83D\uDE00\r\n");
    }

    @Test
    void anEmptyCellIsEmpty() throws UnsupportedEncodingException {
        assertThat(written(List.of("a", Optional.empty()))).endsWith("\r\na,\r\n");
    }

    @Test
    void cellsMayHoldWhatSeparatesCells() throws UnsupportedEncodingException {
        assertThat(written(List.of("a,b", Optional.of("\"c\"\nd")))).endsWith("\r\n\"a,b\",\"\"\"c\"\"\nd\"\r\n");
    }

    @Test
    void whatIsNoTextStaysAsItIs() throws UnsupportedEncodingException {
        assertThat(written(List.of(-5L, Instant.parse("2026-01-01T00:00:00Z"))))
                .endsWith("\r\n-5,2026-01-01T00:00:00Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aCellThatWouldRunAsAFormulaIsMadeAText(String formula) throws UnsupportedEncodingException {
        assertThat(written(List.of("a", Optional.of(formula))).replace("\"", ""))
                .endsWith("\r\na,'" + formula + "\r\n");
    }

    @Test
    void aSignWithinACellIsLeftAlone() throws UnsupportedEncodingException {
        assertThat(written(List.of("a=b", "1-1"))).endsWith("\r\na=b,1-1\r\n");
    }
}
