package io.jiangwen.confidence;

import org.jspecify.annotations.Nullable;

/**
 * What audits of answered questions prove about the error rate.
 *
 * @param alpha tolerated error rate
 * @param confidence with which the bound holds
 * @param audited number of audits that count
 * @param errors wrong answers among them
 * @param bound upper bound of the error rate; null as long as nothing was audited
 */
public record Certificate(
        double alpha,
        double confidence,
        int audited,
        int errors,
        @Nullable Double bound,
        State state) {
    private static final double CONFIDENCE = 0.95;

    /** Whether the bound is proved to be at most alpha. */
    public enum State {
        CERTIFIED,
        NOT_YET
    }

    /** Before the first audit nothing is certified. */
    public static Certificate withoutAudits(double alpha) {
        return new Certificate(alpha, CONFIDENCE, 0, 0, null, State.NOT_YET);
    }
}
