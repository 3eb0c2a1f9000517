package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Orders the candidates of a question by the weighted sum of their features, each stretched to [0, 1] over the
 * candidates. A sum of stretched scores stayed above keyword search alone on public data, rank fusion did not.
 *
 * <p>The score that people see keeps that order and is comparable between questions: the first passage's is the
 * weighted mean of its features as they are, the others' fall with their sums.
 */
final class Ranker {
    private final Ranking ranking;

    Ranker(Ranking ranking) {
        this.ranking = ranking;
    }

    /** A passage before ranking; a feature that is missing counts as 0. */
    record Candidate<T>(T item, Language language, Map<Feature, Double> features) {}

    /** A passage in its place. */
    record Ranked<T>(T item, Evidence evidence) {}

    /** Best first; equal sums keep their order. */
    <T> List<Ranked<T>> rank(List<Candidate<T>> candidates) {
        if (candidates.isEmpty()) return List.of();
        Map<Feature, Range> ranges = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) ranges.put(feature, Range.of(candidates, feature));
        List<Placed<T>> placed = new ArrayList<>();
        for (Candidate<T> candidate : candidates) {
            placed.add(new Placed<>(
                    candidate,
                    sum(candidate, feature -> ranges.get(feature).stretch(value(candidate, feature)), Feature.values()),
                    sum(
                            candidate,
                            feature -> ranges.get(feature).stretch(value(candidate, feature)),
                            Feature.LEXICAL,
                            Feature.COSINE)));
        }
        placed.sort(Comparator.comparingDouble((Placed<T> p) -> p.total()).reversed());
        Placed<T> first = placed.getFirst();
        double strength = sum(first.candidate(), feature -> value(first.candidate(), feature), Feature.values());
        double scale = first.total() > 0 ? strength / first.total() : 0;
        return placed.stream().map(p -> ranked(p, scale)).toList();
    }

    private record Placed<T>(Candidate<T> candidate, double total, double legs) {}

    private static <T> Ranked<T> ranked(Placed<T> placed, double scale) {
        Candidate<T> candidate = placed.candidate();
        return new Ranked<>(
                candidate.item(),
                new Evidence(
                        value(candidate, Feature.COSINE),
                        value(candidate, Feature.LEXICAL),
                        clamp(placed.legs()),
                        clamp(placed.total() * scale)));
    }

    /** The weighted mean over the features that anything is known of. */
    private <T> double sum(Candidate<T> candidate, Function<Feature, Double> value, Feature... features) {
        double sum = 0;
        double weights = 0;
        for (Feature feature : features) {
            double weight = ranking.weight(candidate.language(), feature);
            if (feature == Feature.CROSS && !candidate.features().containsKey(feature)) continue;
            sum += weight * value.apply(feature);
            weights += weight;
        }
        return weights > 0 ? sum / weights : 0;
    }

    private static double value(Candidate<?> candidate, Feature feature) {
        return clamp(candidate.features().getOrDefault(feature, 0.0));
    }

    private record Range(double least, double most) {
        static Range of(List<? extends Candidate<?>> candidates, Feature feature) {
            double least = 1;
            double most = 0;
            for (Candidate<?> candidate : candidates) {
                double value = value(candidate, feature);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return new Range(least, most);
        }

        double stretch(double value) {
            return most > least ? (value - least) / (most - least) : most > 0 ? 1 : 0;
        }
    }

    private static double clamp(double value) {
        return Math.clamp(value, 0, 1);
    }
}
