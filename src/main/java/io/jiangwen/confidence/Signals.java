package io.jiangwen.confidence;

import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What speaks for and against an answer being in the evidence, as named numbers. Each is 0 where nothing was found.
 *
 * @param values by name; the names are those of the coefficients in a calibration
 */
public record Signals(Map<String, Double> values) {
    /** Cosine of the first passage. */
    static final String COSINE = "cosine";
    /** Lexical score of the first passage. */
    static final String LEXICAL = "lexical";
    /** Score of the first passage: what it is ranked by, the same for every question. */
    static final String SCORE = "score";
    /** Share of the question's content words, weighted by rarity, that the first passage or its title has. */
    static final String COVERAGE = "coverage";
    /** The same for the rarest content word alone: 1 or 0. */
    static final String RAREST = "rarest";
    /** Distance in the score to the best passage of another article, as a share of the first passage's. */
    static final String MARGIN = "margin";
    /** 1 where both legs put the same article first. */
    static final String AGREEMENT = "agreement";

    public Signals {
        values = Map.copyOf(values);
    }

    /**
     * @param found the passages, best first
     * @param words the content words that the first passage, its title and its headings have
     */
    public static Signals of(SearchResult found, Set<String> words) {
        List<Hit> hits = found.hits();
        if (hits.isEmpty()) return new Signals(Map.of());
        Hit first = hits.getFirst();
        Evidence evidence = first.evidence();
        double coverage = 0;
        String rarest = "";
        double rarestWeight = -1;
        for (Map.Entry<String, Double> term : new TreeMap<>(found.termWeights()).entrySet()) {
            if (words.contains(term.getKey())) coverage += term.getValue();
            if (term.getValue() > rarestWeight) {
                rarest = term.getKey();
                rarestWeight = term.getValue();
            }
        }
        double other = hits.stream()
                .filter(hit -> !hit.passage().article().equals(first.passage().article()))
                .mapToDouble(hit -> hit.evidence().score())
                .findFirst()
                .orElse(0);
        return new Signals(Map.of(
                COSINE,
                evidence.cosine(),
                LEXICAL,
                evidence.lexical(),
                SCORE,
                evidence.score(),
                COVERAGE,
                coverage,
                RAREST,
                words.contains(rarest) ? 1.0 : 0.0,
                MARGIN,
                evidence.score() > 0 ? 1 - other / evidence.score() : 0,
                AGREEMENT,
                agree(hits) ? 1.0 : 0.0));
    }

    private static boolean agree(List<Hit> hits) {
        return best(hits, true).equals(best(hits, false));
    }

    private static String best(List<Hit> hits, boolean dense) {
        return hits.stream()
                .max(java.util.Comparator.comparingDouble(
                        hit -> dense ? hit.evidence().cosine() : hit.evidence().lexical()))
                .map(hit -> hit.passage().article())
                .orElse("");
    }
}
