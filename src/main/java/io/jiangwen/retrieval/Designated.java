package io.jiangwen.retrieval;

import io.jiangwen.text.LexicalAnalyzer;
import java.util.HashMap;
import java.util.Map;

/**
 * What a question names by a designation: a standard, a model, a thread, a grade. Whoever asks about GB/T 1804 means no
 * other standard, however much others say about tolerances.
 *
 * @param weights of the designations by rarity, summing to 1; empty where the question has none
 */
record Designated(Map<String, Double> weights) {
    Designated {
        weights = Map.copyOf(weights);
    }

    static Designated of(QueryTerms terms, CorpusCounts counts) {
        Map<String, Double> weights = new HashMap<>();
        for (String lexeme : terms.lexemes())
            if (LexicalAnalyzer.isDesignation(lexeme)) weights.put(lexeme, counts.rarity(lexeme));
        double total = weights.values().stream().mapToDouble(rarity -> rarity).sum();
        weights.replaceAll((lexeme, rarity) -> rarity / total);
        return new Designated(weights);
    }

    /** Share of them that the passage has, in [0, 1]; 0 where there are none. */
    double in(TermPlaces.Places places) {
        double share = 0;
        for (Map.Entry<String, Double> designation : weights.entrySet())
            if (places.positions().containsKey(designation.getKey())) share += designation.getValue();
        return Math.min(1, share);
    }
}
