package io.jiangwen.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as CSV with a byte order mark, by which spreadsheets know it. What they would take for a formula
 * begins with an apostrophe, by which they take it for text (OWASP, "CSV Injection").
 */
final class CsvOutput {
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvOutput() {}

    static String write(List<List<String>> table) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            for (List<String> line : table) {
                printer.printRecord(line.stream().map(CsvOutput::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
