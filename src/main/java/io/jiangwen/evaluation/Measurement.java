package io.jiangwen.evaluation;

import java.util.List;

/**
 * A row of a benchmark.
 *
 * @param ours what counts: the 95th percentile, or, where two things are compared, the one that the row names
 * @param floor what it must not exceed (a similarity: not fall below), or what the other thing has
 * @param ratio {@code ours / floor}
 */
record Measurement(String name, String unit, double ours, double floor, double ratio, double p50, double p95) {
    /** @param millis one duration per question, at least one */
    static Measurement ofMillis(String name, List<Double> millis, double floor) {
        List<Double> sorted = millis.stream().sorted().toList();
        double p95 = percentile(sorted, 0.95);
        return new Measurement(name, "ms", p95, floor, p95 / floor, percentile(sorted, 0.5), p95);
    }

    /** Medians of two things that took turns. */
    static Measurement medianAgainst(String name, List<Double> millis, List<Double> others) {
        List<Double> sorted = millis.stream().sorted().toList();
        double p50 = percentile(sorted, 0.5);
        double floor = percentile(others.stream().sorted().toList(), 0.5);
        return new Measurement(name, "ms", p50, floor, p50 / floor, p50, percentile(sorted, 0.95));
    }

    /** The 95th percentiles of two things that took turns. */
    static Measurement tailAgainst(String name, List<Double> millis, List<Double> others) {
        List<Double> sorted = millis.stream().sorted().toList();
        double p95 = percentile(sorted, 0.95);
        double floor = percentile(others.stream().sorted().toList(), 0.95);
        return new Measurement(name, "ms", p95, floor, p95 / floor, percentile(sorted, 0.5), p95);
    }

    /** The least of similarities that must not fall below a floor. */
    static Measurement atLeast(String name, List<Double> similarities, double floor) {
        List<Double> sorted = similarities.stream().sorted().toList();
        double least = sorted.getFirst();
        return new Measurement(
                name, "cosine", least, floor, least / floor, percentile(sorted, 0.5), percentile(sorted, 0.95));
    }

    /** Nearest rank. */
    private static double percentile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
