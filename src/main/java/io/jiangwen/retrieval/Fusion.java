package io.jiangwen.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Weighted sum of the two legs after stretching each to [0, 1] over the candidates. Rank fusion with equal weights fell
 * below keyword search alone on public data; this sum did not.
 */
final class Fusion {
    private final double denseWeight;

    Fusion(double denseWeight) {
        this.denseWeight = denseWeight;
    }

    /** A candidate before fusing. */
    record Candidate<T>(T item, double cosine, double lexical) {}

    /** A candidate after fusing. */
    record Fused<T>(T item, Evidence evidence) {}

    /** Best first; equal scores keep their order. */
    <T> List<Fused<T>> fuse(List<Candidate<T>> candidates) {
        double[] dense = stretch(candidates, Candidate::cosine);
        double[] lexical = stretch(candidates, Candidate::lexical);
        List<Fused<T>> fused = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate<T> candidate = candidates.get(i);
            double sum = clamp(denseWeight * dense[i] + (1 - denseWeight) * lexical[i]);
            fused.add(new Fused<>(
                    candidate.item(), new Evidence(clamp(candidate.cosine()), clamp(candidate.lexical()), sum, sum)));
        }
        fused.sort(
                Comparator.comparingDouble((Fused<T> f) -> f.evidence().score()).reversed());
        return fused;
    }

    private static <T> double[] stretch(List<Candidate<T>> candidates, ToDoubleFunction<Candidate<T>> leg) {
        double least = candidates.stream().mapToDouble(leg).min().orElse(0);
        double most = candidates.stream().mapToDouble(leg).max().orElse(0);
        return candidates.stream()
                .mapToDouble(leg)
                .map(value -> most > least ? (value - least) / (most - least) : most > 0 ? 1 : 0)
                .toArray();
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
