package io.jiangwen.confidence;

import io.jiangwen.question.Question;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.LexicalAnalyzer;
import java.util.HashMap;
import java.util.Map;

/**
 * What speaks for and against an answer being in the evidence, as named numbers. Where nothing was found there are none.
 *
 * @param values by name; the names are those of the coefficients in a calibration. What is missing counts as 0
 */
public record Signals(Map<String, Double> values) {
    /** Nothing was found. */
    public static final Signals NONE = new Signals(Map.of());

    public Signals {
        values = Map.copyOf(values);
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) throw new IllegalArgumentException(name + " is " + value);
        });
    }

    /**
     * Pure.
     *
     * @param question that was searched for
     * @param found the passages, best first
     */
    public static Signals of(Question question, SearchResult found, LexicalAnalyzer analyzer) {
        if (found.hits().isEmpty()) return NONE;
        Map<String, Double> values =
                new HashMap<>(PassageSignals.of(found.hits().getFirst()));
        values.putAll(PoolSignals.of(found.hits()));
        values.putAll(WordSignals.of(question, found, analyzer));
        values.putAll(WordingSignals.of(question, found.hits().getFirst().passage()));
        return new Signals(values);
    }

    /** 0 where it is not known. */
    double value(String name) {
        return values.getOrDefault(name, 0.0);
    }
}
