package io.jiangwen.retrieval;

import java.util.Arrays;
import java.util.List;

/**
 * Two rankings on the same questions, by the mean reciprocal rank within the first ten articles (MRR@10). Pure.
 *
 * @param before that of the one in force
 * @param after that of the other
 * @param error standard error of the difference, question by question
 */
record RankingComparison(int questions, double before, double after, double error) {
    /** The other one must not lose more than this, at the lower end of a one-sided 95 % interval. */
    private static final double TOLERATED = 0.01;

    private static final double ONE_SIDED_95 = 1.645;

    /** @param examples at least one */
    static RankingComparison of(List<RankingExample> examples, Ranking inForce, Ranking other) {
        double[] before = ranks(examples, inForce);
        double[] after = ranks(examples, other);
        double mean = mean(after) - mean(before);
        double squares = 0;
        for (int i = 0; i < before.length; i++) squares += Math.pow(after[i] - before[i] - mean, 2);
        double error = Math.sqrt(squares / Math.max(1, before.length - 1) / before.length);
        return new RankingComparison(before.length, mean(before), mean(after), error);
    }

    double gain() {
        return after - before;
    }

    /** Whether it gains, and would lose next to nothing even where the gain is luck. */
    boolean isBetter() {
        return gain() > 0 && gain() - ONE_SIDED_95 * error > -TOLERATED;
    }

    private static double[] ranks(List<RankingExample> examples, Ranking ranking) {
        return examples.stream()
                .mapToDouble(example -> example.reciprocalRank(ranking))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
