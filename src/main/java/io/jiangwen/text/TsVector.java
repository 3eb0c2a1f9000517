package io.jiangwen.text;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes lexemes as PostgreSQL reads them. */
public final class TsVector {
    /** PostgreSQL 15, section 12.11: no lexeme may have more positions than 256. */
    private static final int MOST_POSITIONS = 256;

    private TsVector() {}

    /**
     * The text form of a {@code tsvector}, such as {@code 'm10x1.5':1,5 '振纹':2}: terms quoted and in order, each with
     * its first 256 positions. To be bound as a parameter and cast.
     */
    public static String toTsvector(List<Lexeme> lexemes) {
        Map<String, SortedSet<Integer>> terms = new TreeMap<>();
        for (Lexeme lexeme : lexemes)
            terms.computeIfAbsent(lexeme.term(), term -> new TreeSet<>()).add(lexeme.position());
        return terms.entrySet().stream()
                .map(term -> quoted(term.getKey()) + ":"
                        + term.getValue().stream()
                                .limit(MOST_POSITIONS)
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    /** A term as it stands in the text form of a {@code tsvector} or {@code tsquery}. */
    public static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
