package io.jiangwen.craftsman;

import io.jiangwen.model.Embedding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How close two texts are in meaning: cosine similarity, stretched so that it means the same for every model. */
final class Closeness {
    /**
     * Cosines of texts that have nothing in common and of texts about the same, by model: the medians over pairs of
     * another trade and of the labelled pairs of {@code questions-tuning.jsonl}.
     */
    private static final Map<String, Range> RANGES =
            Map.of("bge-small-zh-v1.5", new Range(0.35, 0.75), "all-MiniLM-L6-v2", new Range(0.10, 0.60));

    private static final Range OTHER = new Range(0, 1);

    private record Range(double unrelated, double same) {}

    private Closeness() {}

    /** In [0, 1]; 0 where one of them has no vector, or one of another model. */
    static double of(@Nullable Embedding one, @Nullable Embedding other) {
        if (one == null || other == null || !one.model().equals(other.model())) return 0;
        Range range = RANGES.getOrDefault(one.model(), OTHER);
        double cosine = 0;
        for (int i = 0; i < one.vector().length; i++) cosine += one.vector()[i] * other.vector()[i];
        return Math.clamp((cosine - range.unrelated()) / (range.same() - range.unrelated()), 0, 1);
    }
}
