package io.jiangwen.confidence;

import java.util.Arrays;

/**
 * Logistic regression by Newton's method with a normal prior on each coefficient (maximum a posteriori; Bishop 2006,
 * 4.5.1): with few observations the prior speaks, with many they do. Pure; the same observations give the same fit.
 */
final class LogisticFit {
    private static final int MOST_STEPS = 50;
    private static final double SETTLED = 1e-9;

    private LogisticFit() {}

    /**
     * What is fitted. Arrays are neither changed nor kept.
     *
     * @param rows an observation each: the constant 1 where an intercept is wanted, then its signals
     * @param right 1 or 0 of each row
     * @param weights of the rows, at least 0 each
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Observations(double[][] rows, double[] right, double[] weights) {
        Observations {
            if (rows.length != right.length || rows.length != weights.length)
                throw new IllegalArgumentException(rows.length + " rows, " + right.length + " outcomes");
        }
    }

    /**
     * The coefficients.
     *
     * @param mean what they are before anything was observed
     * @param precision 1 over the variance of each, above 0
     */
    static double[] fit(Observations observations, double[] mean, double[] precision) {
        double[] fitted = mean.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = newton(observations, fitted, mean, precision);
            // A full step can overshoot while probabilities are near 0 or 1.
            double longest = Arrays.stream(move).map(Math::abs).max().orElse(0);
            double share = Math.min(1, 5 / Math.max(longest, 1e-300));
            for (int i = 0; i < fitted.length; i++) fitted[i] += share * move[i];
            if (longest < SETTLED) break;
        }
        return fitted;
    }

    private static double[] newton(Observations observations, double[] fitted, double[] mean, double[] precision) {
        int width = fitted.length;
        double[] gradient = new double[width];
        double[][] curvature = new double[width][width];
        for (int i = 0; i < width; i++) {
            gradient[i] = precision[i] * (mean[i] - fitted[i]);
            curvature[i][i] = precision[i];
        }
        for (int r = 0; r < observations.rows().length; r++) {
            double[] row = observations.rows()[r];
            double weight = observations.weights()[r];
            double p = probability(row, fitted);
            double error = weight * (observations.right()[r] - p);
            double spread = weight * p * (1 - p);
            for (int i = 0; i < width; i++) {
                gradient[i] += error * row[i];
                for (int j = 0; j <= i; j++) curvature[i][j] += spread * row[i] * row[j];
            }
        }
        return solve(curvature, gradient);
    }

    static double probability(double[] row, double[] coefficients) {
        double logit = 0;
        for (int i = 0; i < row.length; i++) logit += row[i] * coefficients[i];
        return 1 / (1 + Math.exp(-logit));
    }

    /** By Cholesky's decomposition; only the lower half of the positive definite matrix is read, and overwritten. */
    private static double[] solve(double[][] matrix, double[] right) {
        int width = right.length;
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= matrix[i][k] * matrix[j][k];
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        double[] solved = right.clone();
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < i; k++) solved[i] -= matrix[i][k] * solved[k];
            solved[i] /= matrix[i][i];
        }
        for (int i = width - 1; i >= 0; i--) {
            for (int k = i + 1; k < width; k++) solved[i] -= matrix[k][i] * solved[k];
            solved[i] /= matrix[i][i];
        }
        return solved;
    }
}
