package io.jiangwen.evaluation;

import java.util.List;

/**
 * A row of a benchmark.
 *
 * @param ours what counts: the 95th percentile
 * @param floor what it must not exceed
 * @param ratio {@code ours / floor}
 */
record Measurement(String name, String unit, double ours, double floor, double ratio, double p50, double p95) {
    /** @param millis one duration per question, at least one */
    static Measurement ofMillis(String name, List<Double> millis, double floor) {
        List<Double> sorted = millis.stream().sorted().toList();
        double p95 = percentile(sorted, 0.95);
        return new Measurement(name, "ms", p95, floor, p95 / floor, percentile(sorted, 0.5), p95);
    }

    /** Nearest rank. */
    private static double percentile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
