package io.jiangwen.confidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A logistic regression over signals as data: the log odds are {@code intercept + sum of weight * (signal - background) /
 * scale}, corrected by a curve. No other type computes a probability.
 *
 * @param weights by the name of the signal; {@code a*b} is the product of two
 * @param background what a signal comes to in this knowledge where it has no answer; 0 for one that is missing
 * @param scales what a signal is divided by, above 0; 1 for one that is missing
 * @param curve of the log odds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Coefficients(
        double intercept,
        Map<String, Double> weights,
        Map<String, Double> background,
        Map<String, Double> scales,
        Curve curve) {
    /** Between the names of two signals whose product, each less its background, is weighed. */
    private static final char PRODUCT = '*';

    public Coefficients {
        weights = sorted(weights);
        background = sorted(background);
        scales = sorted(scales);
        if (scales.values().stream().anyMatch(scale -> !(scale > 0)))
            throw new IllegalArgumentException("a scale is not above 0: " + scales);
    }

    /** Signals as they are, and no curve. */
    public Coefficients(double intercept, Map<String, Double> weights) {
        this(intercept, weights, Map.of(), Map.of(), Curve.NONE);
    }

    /** In (0, 1). */
    public double probability(Signals signals) {
        double logit = curve.correct(logit(signals));
        // Beyond this a double has no room left between the probability and certainty.
        return 1 / (1 + Math.exp(-Math.clamp(logit, -30, 30)));
    }

    /** Before the curve. */
    double logit(Signals signals) {
        double logit = intercept;
        for (Map.Entry<String, Double> weight : weights.entrySet())
            logit += weight.getValue() * standard(weight.getKey(), signals);
        return logit;
    }

    /** A signal, or a product of two, as the weights count it. */
    double standard(String name, Signals signals) {
        int product = name.indexOf(PRODUCT);
        double value = product < 0
                ? above(name, signals)
                : above(name.substring(0, product), signals) * above(name.substring(product + 1), signals);
        return value / scales.getOrDefault(name, 1.0);
    }

    private double above(String name, Signals signals) {
        return signals.value(name) - background.getOrDefault(name, 0.0);
    }

    Coefficients against(Map<String, Double> other) {
        Map<String, Double> merged = new HashMap<>(background);
        merged.putAll(other);
        return new Coefficients(intercept, weights, merged, scales, curve);
    }

    Coefficients weighing(double newIntercept, Map<String, Double> newWeights) {
        return new Coefficients(newIntercept, newWeights, background, scales, curve);
    }

    Coefficients bent(Curve other) {
        return new Coefficients(intercept, weights, background, scales, other);
    }

    /** Summed in one order always: the last digits of a probability must not depend on the process. */
    private static Map<String, Double> sorted(@Nullable Map<String, Double> values) {
        Map<String, Double> sorted = values == null ? new TreeMap<>() : new TreeMap<>(values);
        if (sorted.values().stream().anyMatch(value -> !Double.isFinite(value)))
            throw new IllegalArgumentException("not finite: " + sorted);
        return Collections.unmodifiableMap(sorted);
    }
}
