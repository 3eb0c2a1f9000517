package io.jiangwen.confidence;

import org.jspecify.annotations.Nullable;

/**
 * What audits of answered questions prove about the error rate.
 *
 * @param alpha tolerated error rate
 * @param confidence with which the bound holds, however often it is looked at
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
    /** Whether the error rate is proved to be at most alpha. */
    public enum State {
        CERTIFIED,
        NOT_YET
    }

    /** @param proved whether the audits since the count began proved it too, at some time */
    static Certificate of(double alpha, double confidence, Tally counting, boolean proved) {
        return new Certificate(
                alpha,
                confidence,
                counting.audited(),
                counting.errors(),
                counting.audited() == 0 ? null : counting.bound(confidence),
                proved && counting.proves(alpha, confidence) ? State.CERTIFIED : State.NOT_YET);
    }
}
