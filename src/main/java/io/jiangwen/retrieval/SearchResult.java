package io.jiangwen.retrieval;

import java.util.List;
import java.util.Map;

/**
 * What was found for a question.
 *
 * @param hits best first
 * @param termWeights rarity of each content word of the question, summing to 1; empty when it has none
 */
public record SearchResult(List<Hit> hits, Map<String, Double> termWeights) {
    public SearchResult {
        hits = List.copyOf(hits);
        termWeights = Map.copyOf(termWeights);
    }

    /** The best of it. */
    SearchResult first(int most) {
        return hits.size() <= most ? this : new SearchResult(hits.subList(0, most), termWeights);
    }
}
