package io.jiangwen.confidence;

import io.jiangwen.retrieval.Feature;
import io.jiangwen.retrieval.Hit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How far the first passage stands out among what was found. Passages of one article do not compete with each other: of
 * each article the best one counts.
 */
final class PoolSignals {
    /** As close to the first as this is a rival. */
    private static final double RIVAL = 0.9;

    private static final int LEAST_OTHERS = 3;
    private static final double LEAST_DEVIATION = 0.01;

    /** What is farther out is not surer. */
    private static final double FARTHEST = 20;

    private static final List<Feature> COMPARED =
            List.of(Feature.LEXICAL, Feature.COSINE, Feature.WINDOW, Feature.NEARBY, Feature.EVEN, Feature.WEAKEST);

    private PoolSignals() {}

    /** @param hits best first, at least one */
    static Map<String, Double> of(List<Hit> hits) {
        Hit first = hits.getFirst();
        Map<String, Hit> best = new LinkedHashMap<>();
        hits.forEach(hit -> best.putIfAbsent(hit.passage().article(), hit));
        List<Hit> others = best.values().stream().skip(1).toList();
        double score = first.evidence().score();
        double second = others.isEmpty() ? 0 : others.getFirst().evidence().score();
        double mean = mean(others);
        Map<String, Double> values = new HashMap<>();
        values.put("gap", score - second);
        values.put("margin", score > 0 ? 1 - second / score : 0);
        values.put("above", score - mean);
        values.put("outlier", outlier(score, others, mean));
        values.put("rivals", Math.log1p((double) others.stream()
                .filter(hit -> hit.evidence().score() >= RIVAL * score)
                .count()));
        values.put("siblings", siblings(others, first));
        values.put("foreign", score - foreign(others, first));
        for (Feature feature : COMPARED) {
            values.put(
                    "gap_" + feature.name().toLowerCase(Locale.ROOT),
                    first.feature(feature) - most(others, hit -> hit.feature(feature)));
        }
        values.put("agreement", agreement(first, others));
        return values;
    }

    /** In standard deviations of the others; 0 where they are too few to have one. */
    private static double outlier(double score, List<Hit> others, double mean) {
        if (others.size() < LEAST_OTHERS) return 0;
        return Math.min(FARTHEST, (score - mean) / (deviation(others, mean) + LEAST_DEVIATION));
    }

    /** Share of the features that nobody else has more of. */
    private static double agreement(Hit first, List<Hit> others) {
        return COMPARED.stream()
                        .filter(feature -> first.feature(feature) >= most(others, hit -> hit.feature(feature)))
                        .count()
                / (double) COMPARED.size();
    }

    /** Share of the next five articles with the title of the first. */
    private static double siblings(List<Hit> others, Hit first) {
        return others.stream()
                        .limit(5)
                        .filter(hit ->
                                hit.passage().title().equals(first.passage().title()))
                        .count()
                / 5.0;
    }

    /** The best score of an article with another title. */
    private static double foreign(List<Hit> others, Hit first) {
        return others.stream()
                .filter(hit -> !hit.passage().title().equals(first.passage().title()))
                .mapToDouble(hit -> hit.evidence().score())
                .findFirst()
                .orElse(0);
    }

    private static double most(List<Hit> hits, ToDoubleFunction<Hit> value) {
        return hits.stream().mapToDouble(value).max().orElse(0);
    }

    private static double mean(List<Hit> hits) {
        return hits.stream()
                .mapToDouble(hit -> hit.evidence().score())
                .average()
                .orElse(0);
    }

    private static double deviation(List<Hit> hits, double mean) {
        return Math.sqrt(hits.stream()
                .mapToDouble(hit -> Math.pow(hit.evidence().score() - mean, 2))
                .average()
                .orElse(0));
    }
}
