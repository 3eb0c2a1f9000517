package io.jiangwen.confidence;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fit of the confidence judge: logistic regression over named signals.
 *
 * @param version row of the table {@code calibration}
 * @param name what people call it, such as {@code prior-1}
 * @param intercept of the logit
 * @param weights of the logit, by the name of the signal
 * @param threshold the least probability at which a question is answered
 * @param alpha tolerated share of wrong answers among those given
 */
public record Calibration(
        int version, String name, double intercept, Map<String, Double> weights, double threshold, double alpha) {
    public Calibration {
        // Summed in one order always: the last digits of a probability must not depend on the process.
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        if (!(threshold >= 0 && threshold <= 1)) throw new IllegalArgumentException("threshold " + threshold);
        if (!(alpha > 0 && alpha < 1)) throw new IllegalArgumentException("alpha " + alpha);
    }

    /** Probability in (0, 1) that the evidence behind the signals answers the question. */
    public double probability(Signals signals) {
        double logit = intercept;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            logit += weight.getValue() * signals.values().getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-logit));
    }
}
