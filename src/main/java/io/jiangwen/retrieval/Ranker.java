package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Orders the candidates of a question by the weighted mean of their features as they are. Nothing is stretched over the
 * candidates: a score means the same for every question and does not depend on who else was found.
 */
final class Ranker {
    private final Ranking ranking;

    Ranker(Ranking ranking) {
        this.ranking = ranking;
    }

    /** A passage before ranking; a feature that is missing counts as 0. */
    record Candidate<T>(T item, Language language, Map<Feature, Double> features) {
        double value(Feature feature) {
            return Math.clamp(features.getOrDefault(feature, 0.0), 0, 1);
        }
    }

    /** A passage in its place. */
    record Ranked<T>(T item, Evidence evidence, Map<Feature, Double> features) {}

    /** Best first; equal scores keep their order. */
    <T> List<Ranked<T>> rank(List<Candidate<T>> candidates) {
        return candidates.stream()
                .map(candidate -> new Ranked<>(candidate.item(), evidence(candidate), candidate.features()))
                .sorted(Comparator.comparingDouble(
                                (Ranked<T> ranked) -> ranked.evidence().score())
                        .reversed())
                .toList();
    }

    private Evidence evidence(Candidate<?> candidate) {
        return new Evidence(
                candidate.value(Feature.COSINE),
                candidate.value(Feature.LEXICAL),
                mean(candidate, Feature.LEXICAL, Feature.COSINE),
                mean(candidate, Feature.values()));
    }

    private double mean(Candidate<?> candidate, Feature... features) {
        double sum = 0;
        double weights = 0;
        for (Feature feature : features) {
            // Without a cross-encoder the others share its weight.
            if (feature == Feature.CROSS && !candidate.features().containsKey(feature)) continue;
            double weight = ranking.weight(candidate.language(), feature);
            sum += weight * candidate.value(feature);
            // A designation speaks for a passage that has it; most questions name none, and lose nothing.
            if (feature != Feature.DESIGNATION) weights += weight;
        }
        return weights > 0 ? Math.min(1, sum / weights) : 0;
    }
}
