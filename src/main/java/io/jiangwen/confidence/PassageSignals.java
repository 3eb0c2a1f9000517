package io.jiangwen.confidence;

import io.jiangwen.retrieval.Feature;
import io.jiangwen.retrieval.Hit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the first passage has by itself: its score, and every feature that re-ranking saw. */
final class PassageSignals {
    private PassageSignals() {}

    /** By names such as {@code score}, {@code cosine}, {@code in_order}; each in [0, 1]. */
    static Map<String, Double> of(Hit first) {
        Map<String, Double> values = new HashMap<>();
        values.put("score", first.evidence().score());
        for (Feature feature : Feature.values()) {
            values.put(feature.name().toLowerCase(Locale.ROOT), first.feature(feature));
        }
        return values;
    }
}
