package io.jiangwen.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma, semicolon or tab separated values (RFC 4180, with line ends of any system) as Chinese and other
 * spreadsheets save them: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030, of which GBK is a part.
 */
final class CsvTable {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private CsvTable() {}

    /**
     * The lines in their order, empty ones too.
     *
     * @param most lines to be read; what follows is left
     * @throws FileRefused when it is no text, or its quotes do not end
     */
    static List<Line> read(byte[] file, int most) {
        String text = text(file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.stream().limit(most).map(CsvTable::line).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw FileRefused.unreadable();
        }
    }

    private static Line line(CSVRecord record) {
        return new Line(
                Math.toIntExact(record.getRecordNumber()),
                record.stream().map(String::strip).toList());
    }

    private static String text(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE)) return unmarked(new String(file, StandardCharsets.UTF_16LE));
        if (startsWith(file, 0xFE, 0xFF)) return unmarked(new String(file, StandardCharsets.UTF_16BE));
        return Stream.of(StandardCharsets.UTF_8, GB18030)
                .flatMap(charset -> strictly(file, charset).stream())
                // Bytes that are no text at all are now and then readable as some.
                .filter(text -> text.indexOf(0) < 0)
                .findFirst()
                .map(CsvTable::unmarked)
                .orElseThrow(FileRefused::unknownEncoding);
    }

    private static Optional<String> strictly(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** That of the first line with anything in it; where several could be, the more frequent. */
    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';'})
            if (count(first, candidate) > count(first, best)) best = candidate;
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
