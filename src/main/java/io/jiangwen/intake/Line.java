package io.jiangwen.intake;

import java.util.List;

/**
 * A line of a table.
 *
 * @param number from 1, as a spreadsheet counts
 * @param cells texts without blanks around them; an empty cell is an empty text
 */
record Line(int number, List<String> cells) {
    Line {
        if (number < 1) throw new IllegalArgumentException("lines count from 1");
        cells = List.copyOf(cells);
    }

    /** The text in a column, which a short line may lack. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
