package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A glossary as it is shipped: tab-separated lines under the head {@code term synonyms english slips unit}, several
 * values in a cell separated by {@code |}.
 *
 * @param problems lines that were left out, with the reason
 */
public record GlossaryFile(List<GlossaryTerm> terms, List<Wrong> problems) {
    private static final String HEAD = "term\tsynonyms\tenglish\tslips\tunit";
    private static final int COLUMNS = 5;

    public GlossaryFile {
        terms = List.copyOf(terms);
        problems = List.copyOf(problems);
    }

    /** @param line counts from 1 */
    public record Wrong(int line, String reason) {}

    /** Reads what can be read: a wrong line is reported and does not stop the others. */
    public static GlossaryFile parse(String text) {
        List<GlossaryTerm> terms = new ArrayList<>();
        List<Wrong> problems = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = i + 1;
            if (line.isBlank()
                    || line.startsWith("#")
                    || (i == 0 && line.strip().equals(HEAD))) continue;
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                problems.add(new Wrong(number, "has " + cells.length + " cells, not " + COLUMNS));
                continue;
            }
            try {
                GlossaryTerm term =
                        new GlossaryTerm(cells[0], values(cells[1]), values(cells[2]), values(cells[3]), cells[4]);
                Integer earlier = lineOf.putIfAbsent(term.term(), number);
                if (earlier == null) terms.add(term);
                else problems.add(new Wrong(number, term.term() + " stands in line " + earlier + " already"));
            } catch (Problem e) {
                problems.add(new Wrong(number, String.valueOf(e.getMessage())));
            }
        }
        return new GlossaryFile(terms, problems);
    }

    private static List<String> values(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.split("\\|", -1));
    }
}
