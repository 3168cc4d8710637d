package io.waypost.query.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;

/**
 * Streams CSV (RFC 4180) to a client, row by row. What people typed may begin like a formula: such a cell gets an
 * apostrophe in front, so that a spreadsheet shows it and does not run it.
 */
public final class CsvAnswer {

    /** The media type to declare. */
    public static final String MEDIA_TYPE = "text/csv";

    private static final String FORMULA_BEGINS = "=+-@\t\r\n";

    private final CSVPrinter printer;

    private CsvAnswer(CSVPrinter printer) {
        this.printer = printer;
    }

    /**
     * Begins an answer with a line of column names. Nothing of it leaves before the buffer of the response is full, so a
     * failure until then is still answered as any other.
     *
     * @param fileName under which a browser stores it; plain ASCII
     */
    public static CsvAnswer begin(HttpServletResponse response, String fileName, List<String> columns) {
        response.setContentType(MEDIA_TYPE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        try {
            CSVPrinter printer = new CSVPrinter(
                    new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)),
                    CSVFormat.RFC4180);
            printer.printRecord(columns);
            return new CsvAnswer(printer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row. A cell may be an {@link Optional}: if it is empty, so is the cell. */
    public void row(List<?> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvAnswer::cell).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over what is left. */
    public void end() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object cell(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? cell(optional.get()) : "";
        }
        return value instanceof String text ? harmless(text) : value;
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
