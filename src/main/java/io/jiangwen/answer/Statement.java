package io.jiangwen.answer;

import io.jiangwen.text.Language;
import java.util.List;

/**
 * A sentence or a row of a table with its clauses.
 *
 * @param text as written
 * @param whole all of it as one clause
 * @param clauses in order, at least one
 */
record Statement(String text, Language language, Clause whole, List<Clause> clauses) {
    Statement {
        if (clauses.isEmpty()) throw new IllegalArgumentException("nothing is stated: " + text);
        clauses = List.copyOf(clauses);
    }
}
