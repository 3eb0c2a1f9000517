package io.jiangwen.text;

import java.util.ArrayList;
import java.util.List;

/** Gives terms their positions, within the limits of a {@code tsvector}. */
final class Lexemes {
    /** PostgreSQL 15, section 12.11 (limitations of text search): greater positions are set to this one. */
    private static final int LAST_POSITION = 16_383;

    private static final int LONGEST_TERM = 200;

    private final List<Lexeme> lexemes = new ArrayList<>();
    private int position;

    /** One after the other. */
    void follow(List<String> terms) {
        for (String term : terms) add(term, ++position);
    }

    /** All in one place. */
    void together(List<String> terms) {
        position++;
        for (String term : terms) add(term, position);
    }

    /** Two readings of the same stretch. */
    void sideBySide(List<String> terms, List<String> others) {
        int before = position;
        int longer = Math.max(terms.size(), others.size());
        for (int i = 0; i < longer; i++) {
            position++;
            if (i < terms.size()) add(terms.get(i), before + i + 1);
            if (i < others.size()) add(others.get(i), before + i + 1);
        }
    }

    List<Lexeme> toList() {
        return List.copyOf(lexemes);
    }

    private void add(String term, int at) {
        int end = Math.min(term.length(), LONGEST_TERM);
        if (end < term.length() && Character.isHighSurrogate(term.charAt(end - 1))) end--;
        lexemes.add(new Lexeme(term.substring(0, end), Math.min(at, LAST_POSITION)));
    }
}
