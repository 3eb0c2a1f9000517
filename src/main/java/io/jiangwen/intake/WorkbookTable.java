package io.jiangwen.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a workbook (ECMA-376, .xlsx). Formulas count with the value that was saved beside them. */
final class WorkbookTable {
    /** More parts than any list has. */
    private static final int MOST_PARTS = 1_000;

    /** A spreadsheet ends with column XFD; a reader makes room for every column up to the one that is named. */
    private static final Pattern BEYOND_THE_LAST_COLUMN =
            Pattern.compile("<(?:\\w+:)?c\\b[^<>]*\\sr=[\"'][A-Za-z]{4,}");

    private static final int PIECE = 64 * 1024;

    private WorkbookTable() {}

    /** @param most bytes of all parts unpacked */
    record Limits(int lines, long most) {}

    /**
     * The lines in their order; a line without cells may be missing.
     *
     * @throws FileRefused when it is broken, protected by a password, or unpacks to too much
     */
    static List<Line> read(byte[] file, Limits limits) {
        requireHarmless(file, limits.most());
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(limits.lines()).map(WorkbookTable::line).toList();
        } catch (IOException | RuntimeException e) {
            // The reader was written for workbooks that are whole, and throws whatever comes along at others.
            throw FileRefused.unreadable();
        }
    }

    private static Line line(Row row) {
        return new Line(row.getRowNum(), row.stream().map(WorkbookTable::text).toList());
    }

    private static String text(Cell cell) {
        return cell == null
                ? ""
                : Objects.requireNonNullElse(cell.getText(), "").strip();
    }

    /** Unpacks every part once and keeps nothing: sizes that are announced may be lies. */
    private static void requireHarmless(byte[] file, long most) {
        long left = most;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) throw FileRefused.tooLarge(most);
                try (InputStream content = zip.getInputStream(part)) {
                    left -= size(content, left);
                }
                if (left < 0) throw FileRefused.tooLarge(most);
            }
        } catch (IOException e) {
            throw FileRefused.unreadable();
        }
    }

    private static long size(InputStream content, long most) throws IOException {
        long size = 0;
        String before = "";
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            size += piece.length;
            if (size > most) return size;
            String read = before + new String(piece, StandardCharsets.ISO_8859_1);
            if (BEYOND_THE_LAST_COLUMN.matcher(read).find()) throw FileRefused.unreadable();
            // A cell that lies across two pieces is seen whole with the second.
            before = read.substring(Math.max(read.lastIndexOf('<'), Math.max(0, read.length() - PIECE)));
        }
        return size;
    }
}
