package io.jiangwen.ticket;

import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Terms;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a question, as far as they tell whether two ask the same.
 *
 * @param words content words
 * @param figures those with a digit: sizes, grades, models; other figures make another question
 */
record Wording(Set<String> words, Set<String> figures) {
    Wording {
        words = Set.copyOf(words);
        figures = Set.copyOf(figures);
    }

    static Wording of(String question, LexicalAnalyzer analyzer) {
        Set<String> words = Terms.contentTerms(analyzer.lexemes(question));
        return new Wording(
                words,
                words.stream()
                        .filter(word -> word.chars().anyMatch(Character::isDigit))
                        .collect(Collectors.toSet()));
    }

    boolean hasFiguresOf(Wording other) {
        return figures.equals(other.figures);
    }

    /** Jaccard's index, in [0, 1]: words in common, of all words; 0 for two that have none. */
    double overlap(Wording other) {
        Set<String> all = new HashSet<>(words);
        all.addAll(other.words);
        if (all.isEmpty()) return 0;
        long common = words.stream().filter(other.words::contains).count();
        return (double) common / all.size();
    }
}
