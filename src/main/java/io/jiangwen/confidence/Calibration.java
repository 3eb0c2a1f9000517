package io.jiangwen.confidence;

import java.util.Map;

/**
 * A fit of the confidence judge.
 *
 * @param version row of the table {@code calibration}; 0 before it is stored
 * @param name what people call it, such as {@code prior-1}
 * @param threshold the least probability at which a question is answered
 * @param alpha tolerated share of wrong answers among those given
 */
public record Calibration(int version, String name, Coefficients coefficients, double threshold, double alpha) {
    public Calibration {
        if (!(threshold >= 0 && threshold <= 1)) throw new IllegalArgumentException("threshold " + threshold);
        if (!(alpha > 0 && alpha < 1)) throw new IllegalArgumentException("alpha " + alpha);
    }

    /** Weights of signals as they are. */
    public Calibration(
            int version, String name, double intercept, Map<String, Double> weights, double threshold, double alpha) {
        this(version, name, new Coefficients(intercept, weights), threshold, alpha);
    }

    /** Probability in (0, 1) that the evidence behind the signals answers the question. */
    public double probability(Signals signals) {
        return coefficients.probability(signals);
    }
}
