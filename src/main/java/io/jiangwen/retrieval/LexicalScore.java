package io.jiangwen.retrieval;

import io.jiangwen.text.LexicalAnalyzer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How many of a question's words a passage has: BM25 (Robertson and Zaragoza 2009) divided by the most that any passage
 * could reach, so that it is in [0, 1] and means the same for every question. Words and bigrams of characters are scored
 * apart, for a question has more of the latter.
 */
final class LexicalScore {
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;

    /** Share of the words; where a question has no bigrams, or nothing else, what it has counts alone. */
    private static final double WORDS = 0.65;

    private LexicalScore() {}

    /** @param average lexemes of a passage in this language; 1 where nothing is counted yet */
    static double of(QueryTerms terms, TermPlaces.Places places, double average) {
        double length = average > 1 ? 1 - LENGTH + LENGTH * places.length() / average : 1;
        Map<String, Double> saturations = new HashMap<>();
        places.positions().forEach((lexeme, positions) -> {
            double count = positions.size();
            saturations.put(lexeme, count / (count + SATURATION * length));
        });
        double words = share(terms, saturations, lexeme -> !isBigram(lexeme));
        double bigrams = share(terms, saturations, LexicalScore::isBigram);
        if (Double.isNaN(words)) return Double.isNaN(bigrams) ? 0 : bigrams;
        return Double.isNaN(bigrams) ? words : WORDS * words + (1 - WORDS) * bigrams;
    }

    /** Of each term the wording that fits best; NaN when the question has none of these lexemes. */
    private static double share(QueryTerms terms, Map<String, Double> saturations, Predicate<String> counts) {
        double met = 0;
        double most = 0;
        for (QueryTerms.Weighed term : terms.terms()) {
            most += term.weight() * sum(term.alternatives().getFirst(), counts, Map.of(), 1);
            double best = 0;
            for (Map<String, Double> alternative : term.alternatives()) {
                best = Math.max(best, sum(alternative, counts, saturations, 0));
            }
            met += term.weight() * best;
        }
        return most > 0 ? Math.min(1, met / most) : Double.NaN;
    }

    /** @param other what a lexeme counts that {@code saturations} does not know */
    private static double sum(
            Map<String, Double> shares, Predicate<String> counts, Map<String, Double> saturations, double other) {
        double sum = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            if (counts.test(share.getKey())) sum += share.getValue() * saturations.getOrDefault(share.getKey(), other);
        }
        return sum;
    }

    private static boolean isBigram(String lexeme) {
        return lexeme.startsWith(LexicalAnalyzer.BIGRAM);
    }
}
