package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;
import java.util.Map;

/**
 * A passage that was found, and why.
 *
 * @param features all that was seen of it; what is missing counts as 0
 */
public record Hit(Passage passage, Evidence evidence, Map<Feature, Double> features) {
    public Hit {
        features = Map.copyOf(features);
    }

    /** Where nothing but the evidence is known. */
    public Hit(Passage passage, Evidence evidence) {
        this(passage, evidence, Map.of(Feature.COSINE, evidence.cosine(), Feature.LEXICAL, evidence.lexical()));
    }

    /** In [0, 1]; 0 for a feature that was not looked at. */
    public double feature(Feature feature) {
        return Math.clamp(features.getOrDefault(feature, 0.0), 0, 1);
    }
}
