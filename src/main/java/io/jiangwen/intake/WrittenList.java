package io.jiangwen.intake;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.List;

/** Reads a file into the problems that are written in it. Pure. */
final class WrittenList {
    /** Lines that may stand empty, or above the heading. */
    private static final int SPARE_LINES = 2_000;

    private final int mostRows;
    private final MemorySize largestUnpacked;

    WrittenList(IntakeConfig config) {
        this.mostRows = config.mostRows();
        this.largestUnpacked = config.largestUnpacked();
    }

    /**
     * The problems in their order; rows without anything in these columns are left out.
     *
     * @throws FileRefused when the file as a whole cannot be taken
     */
    List<WrittenProblem> read(byte[] file) {
        List<Line> lines = lines(file).stream().filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) throw FileRefused.empty();
        Columns columns = Columns.of(lines);
        List<WrittenProblem> problems = lines.stream()
                .filter(line -> line.number() > columns.heading())
                .map(line -> WrittenProblem.of(line, columns))
                .filter(problem -> !problem.isEmpty())
                .toList();
        if (problems.isEmpty()) throw FileRefused.empty();
        if (problems.size() > mostRows) throw FileRefused.tooManyRows(mostRows);
        return problems;
    }

    private List<Line> lines(byte[] file) {
        int most = mostRows + SPARE_LINES;
        if (startsWith(file, 'P', 'K')) {
            return WorkbookTable.read(file, new WorkbookTable.Limits(most, largestUnpacked.asLongValue()));
        }
        // Workbooks of before 2007 and those with a password (OLE 2), and what is named .csv but is none of it.
        if (startsWith(file, 0xD0, 0xCF) || startsWith(file, '%', 'P')) throw FileRefused.unsupportedType();
        return CsvTable.read(file, most);
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
