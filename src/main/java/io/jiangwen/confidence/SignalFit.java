package io.jiangwen.confidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights of signals from judged questions and nothing else: logistic regression on standardised signals with a ridge
 * (Hoerl and Kennard 1970). Pure; the same questions in the same order give the same weights.
 */
public final class SignalFit {
    /** The intercept is free. */
    private static final double NEXT_TO_NOTHING = 1e-6;

    private SignalFit() {}

    /**
     * @param judged at least one; each counts alike, whoever judged it
     * @param names of the signals to weigh
     * @param ridge precision of each standardised weight, above 0
     */
    public static Coefficients fit(List<JudgedSignals> judged, List<String> names, double ridge) {
        if (judged.isEmpty() || !(ridge > 0))
            throw new IllegalArgumentException(judged.size() + " questions, " + ridge);
        double[] mean = new double[names.size()];
        double[] deviation = new double[names.size()];
        for (int i = 0; i < mean.length; i++) {
            String name = names.get(i);
            double[] values = judged.stream()
                    .mapToDouble(each -> each.signals().value(name))
                    .toArray();
            mean[i] = Arrays.stream(values).average().orElse(0);
            deviation[i] = deviation(values, mean[i]);
        }
        double[] weights = standardised(judged, names, mean, deviation, ridge);
        double intercept = weights[0];
        Map<String, Double> raw = new HashMap<>();
        for (int i = 0; i < mean.length; i++) {
            double weight = weights[i + 1] / deviation[i];
            raw.put(names.get(i), weight);
            intercept -= weight * mean[i];
        }
        return new Coefficients(intercept, raw);
    }

    private static double[] standardised(
            List<JudgedSignals> judged, List<String> names, double[] mean, double[] deviation, double ridge) {
        double[][] rows = new double[judged.size()][names.size() + 1];
        double[] right = new double[rows.length];
        double[] counts = new double[rows.length];
        Arrays.fill(counts, 1);
        for (int r = 0; r < rows.length; r++) {
            JudgedSignals each = judged.get(r);
            right[r] = each.right() ? 1 : 0;
            rows[r][0] = 1;
            for (int i = 0; i < mean.length; i++)
                rows[r][i + 1] = (each.signals().value(names.get(i)) - mean[i]) / deviation[i];
        }
        double[] precision = new double[names.size() + 1];
        Arrays.fill(precision, ridge);
        precision[0] = NEXT_TO_NOTHING;
        return LogisticFit.fit(
                new LogisticFit.Observations(rows, right, counts), new double[precision.length], precision);
    }

    /** 1 for a signal that never varies: its weight stays 0. */
    private static double deviation(double[] values, double mean) {
        double square = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return square > 0 ? Math.sqrt(square) : 1;
    }
}
