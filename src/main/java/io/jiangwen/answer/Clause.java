package io.jiangwen.answer;

import io.jiangwen.text.Denials;
import io.jiangwen.text.Measure;
import io.jiangwen.text.Measures;
import java.util.List;
import java.util.Map;

/**
 * A clause as the citation check compares it.
 *
 * @param text {@linkplain Measures#readable readable}
 * @param words content words without numbers, with their weights
 * @param sequence the same words in their order
 * @param denials how many words of it deny or forbid
 */
record Clause(String text, Map<String, Double> words, List<String> sequence, List<Measure> measures, int denials) {
    Clause {
        words = Map.copyOf(words);
        sequence = List.copyOf(sequence);
        measures = List.copyOf(measures);
    }

    static Clause of(String text, Map<String, Double> words, List<String> sequence) {
        return new Clause(text, words, sequence, Measures.in(text), Denials.count(text));
    }

    boolean denies() {
        return denials > 0;
    }

    /** Sum of the weights of its words. */
    double weight() {
        return words.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
