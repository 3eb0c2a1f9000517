package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import java.util.Map;

/**
 * A fit of the ranker: how much each feature counts, by the language of the passage's model.
 *
 * @param version row of the table {@code ranking}
 * @param name what people call it, such as {@code prior-1}
 */
record Ranking(int version, String name, Map<Language, Map<Feature, Double>> weights) {
    Ranking {
        weights = Map.copyOf(weights);
        for (Language language : Language.values()) {
            Map<Feature, Double> own = weights.get(language);
            if (own == null || own.values().stream().noneMatch(weight -> weight > 0))
                throw new IllegalArgumentException("no weights for " + language);
            if (own.values().stream().anyMatch(weight -> !(weight >= 0)))
                throw new IllegalArgumentException("a weight is negative");
        }
    }

    /** 0 for a feature that does not count. */
    double weight(Language language, Feature feature) {
        return weights.getOrDefault(language, Map.of()).getOrDefault(feature, 0.0);
    }
}
