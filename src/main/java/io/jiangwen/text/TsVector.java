package io.jiangwen.text;

import java.util.List;
import java.util.TreeMap;

/** Writes lexemes as PostgreSQL reads them. */
public final class TsVector {
    private TsVector() {}

    /** A {@code tsvector} literal: quoted terms, each with its positions. */
    public static String toTsvector(List<Lexeme> lexemes) {
        TreeMap<String, StringBuilder> terms = new TreeMap<>();
        for (Lexeme lexeme : lexemes) {
            StringBuilder positions = terms.computeIfAbsent(lexeme.term(), term -> new StringBuilder());
            positions.append(positions.isEmpty() ? "" : ",").append(lexeme.position());
        }
        StringBuilder literal = new StringBuilder();
        terms.forEach((term, positions) -> literal.append(literal.isEmpty() ? "" : " ")
                .append('\'')
                .append(term.replace("\\", "\\\\").replace("'", "''"))
                .append("':")
                .append(positions));
        return literal.toString();
    }
}
