package io.jiangwen.retrieval;

import java.util.List;

/**
 * Something a question names, with all the ways passages may put it. It counts once: by the way that fits a passage
 * best, never by the sum of them.
 *
 * @param alternatives each the lexemes of one wording, together; the first is the question's own
 */
record AskedTerm(List<List<String>> alternatives) {
    AskedTerm {
        alternatives = alternatives.stream().map(List::copyOf).toList();
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(List::isEmpty))
            throw new IllegalArgumentException("a term without lexemes");
    }

    /** A single lexeme that passages put no other way. */
    static AskedTerm of(String lexeme) {
        return new AskedTerm(List.of(List.of(lexeme)));
    }
}
