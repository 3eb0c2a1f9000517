package io.jiangwen.confidence;

import java.util.OptionalInt;

/**
 * Counted audits, and what they prove about the error rate however often one looks: a confidence sequence by betting
 * (Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", Journal of the Royal
 * Statistical Society B 86, 2024).
 *
 * <p>Whoever doubts that wrong answers come at a rate of {@code m} or more bets on it: a bet of share {@code s} leaves
 * {@code 1 - s} of its stake at a wrong answer and multiplies it by {@code 1 + s m / (1 - m)} at a right one, which is
 * fair at the rate {@code m} and a loss on average above it. His stake of 1 is divided over four shares once and for
 * all. If errors come at {@code m} or more, the wealth ever reaches {@code 1 / 0.05} with probability at most 5 %
 * (Ville 1939), and so a rate against which that much was won is rejected. The wealth rises with {@code m}: the rates
 * that are not rejected end at one bound. It depends on the counts only, not on the order in which they came.
 *
 * @param audited number of audits
 * @param errors wrong answers among them
 */
record Tally(int audited, int errors) {
    /**
     * Part of the stake on each share. A share wins most where errors come at {@code (1 - share)} times the rate doubted;
     * most is put on half of it, the case worth proving soonest. docs/adr/0008 has the figures.
     */
    private static final double[][] STAKES = {{0.35, 0.2}, {0.5, 0.4}, {0.65, 0.2}, {0.95, 0.2}};

    private static final int HALVINGS = 60;
    /** Right answers that half the tolerated rate is presumed with before anything was audited. */
    private static final int PRESUMED = 20;

    private static final int FURTHEST = 10_000;

    /** Nothing audited yet. */
    static final Tally NONE = new Tally(0, 0);

    Tally {
        if (errors < 0 || errors > audited) throw new IllegalArgumentException(errors + " errors of " + audited);
    }

    /**
     * Logarithm of what a stake of 1 against the rate has become.
     *
     * @param rate between 0 and 1, both excluded
     */
    double logWealth(double rate) {
        return logWealth(audited, errors, rate);
    }

    /** Whether it is proved that errors are rarer than {@code rate}: with the given confidence, at all times together. */
    boolean proves(double rate, double confidence) {
        return logWealth(rate) >= target(confidence);
    }

    /** The smallest error rate that is rejected together with all above it; 1 where nothing is. */
    double bound(double confidence) {
        if (errors == audited) return 1;
        double kept = 0;
        double rejected = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (kept + rejected) / 2;
            if (proves(middle, confidence)) rejected = middle;
            else kept = middle;
        }
        return rejected;
    }

    /**
     * About how many more audits it takes to prove that errors are rarer than {@code rate}, if they go on as they came;
     * 0 once it is proved, empty where they come too often for that.
     */
    OptionalInt needed(double rate, double confidence) {
        if (proves(rate, confidence)) return OptionalInt.of(0);
        double expected = (errors + PRESUMED * rate / 2) / (audited + PRESUMED);
        if (expected >= rate) return OptionalInt.empty();
        for (int more = 1; more <= FURTHEST; more++) {
            if (logWealth(audited + more, errors + expected * more, rate) >= target(confidence))
                return OptionalInt.of(more);
        }
        return OptionalInt.empty();
    }

    private static double target(double confidence) {
        return -Math.log1p(-confidence);
    }

    /** The counts need not be whole: an estimate goes on with expected ones. */
    private static double logWealth(double audited, double errors, double rate) {
        double[] logs = new double[STAKES.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STAKES.length; i++) {
            double share = STAKES[i][0];
            logs[i] = Math.log(STAKES[i][1])
                    + errors * Math.log1p(-share)
                    + (audited - errors) * Math.log1p(share * rate / (1 - rate));
            largest = Math.max(largest, logs[i]);
        }
        double sum = 0;
        for (double log : logs) sum += Math.exp(log - largest);
        return largest + Math.log(sum);
    }
}
