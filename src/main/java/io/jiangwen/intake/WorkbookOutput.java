package io.jiangwen.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as a workbook of one sheet. Every cell is a text, so that none is taken for a formula. */
final class WorkbookOutput {
    /** What a cell holds at most (Excel specifications and limits). */
    private static final int LONGEST = 32_767;

    private WorkbookOutput() {}

    static byte[] write(String sheet, List<List<String>> table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Jiangwen", "1.0")) {
            Worksheet rows = workbook.newWorksheet(sheet);
            for (int i = 0; i < table.size(); i++) {
                List<String> line = table.get(i);
                for (int j = 0; j < line.size(); j++) rows.value(i, j, cut(line.get(j)));
            }
            rows.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
