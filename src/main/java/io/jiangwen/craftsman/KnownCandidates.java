package io.jiangwen.craftsman;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the words of each candidate once, and again only when something of him changed. Thread-safe; of two at the
 * same time both may look.
 */
final class KnownCandidates {
    private final TradeVocabulary vocabulary;
    private volatile Map<Candidate, Known> before = Map.of();

    KnownCandidates(TradeVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** In the same order; those who are not among them any more are forgotten. */
    List<Known> of(List<Candidate> candidates) {
        Map<Candidate, Known> earlier = before;
        Map<Candidate, Known> now = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Known known = earlier.get(candidate);
            now.put(candidate, known == null ? Known.of(candidate, vocabulary) : known);
        }
        before = now;
        return List.copyOf(now.values());
    }
}
