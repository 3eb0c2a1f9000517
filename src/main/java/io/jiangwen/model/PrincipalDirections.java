package io.jiangwen.model;

import java.util.Random;

/**
 * Principal component analysis of vectors that come one by one: their mean, and the directions in which they differ
 * most, by orthogonal iteration on the covariance (Golub and Van Loan, "Matrix Computations", section 8.2.4).
 */
final class PrincipalDirections {
    private static final int ROUNDS = 60;

    private final int width;
    private final double[] sum;
    private final double[][] products;
    private long count;

    PrincipalDirections(int width) {
        this.width = width;
        this.sum = new double[width];
        this.products = new double[width][width];
    }

    void add(float[] vector) {
        count++;
        for (int i = 0; i < width; i++) {
            sum[i] += vector[i];
            double[] row = products[i];
            for (int j = 0; j <= i; j++) row[j] += vector[i] * vector[j];
        }
    }

    float[] mean() {
        float[] mean = new float[width];
        for (int i = 0; i < width; i++) mean[i] = (float) (sum[i] / count);
        return mean;
    }

    /** Orthonormal, most important first. */
    float[][] directions(int number) {
        double[][] covariance = covariance();
        Random random = new Random(1);
        double[][] basis = new double[number][width];
        for (double[] direction : basis) {
            for (int i = 0; i < width; i++) direction[i] = random.nextGaussian();
        }
        orthonormalise(basis);
        for (int round = 0; round < ROUNDS; round++) {
            for (int d = 0; d < number; d++) basis[d] = times(covariance, basis[d]);
            orthonormalise(basis);
        }
        float[][] directions = new float[number][width];
        for (int d = 0; d < number; d++) {
            for (int i = 0; i < width; i++) directions[d][i] = (float) basis[d][i];
        }
        return directions;
    }

    private double[][] covariance() {
        double[][] covariance = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double value = products[i][j] / count - sum[i] / count * sum[j] / count;
                covariance[i][j] = value;
                covariance[j][i] = value;
            }
        }
        return covariance;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) product[i] = dot(matrix[i], vector);
        return product;
    }

    /** Gram and Schmidt, in their stable form. */
    private static void orthonormalise(double[][] basis) {
        for (int d = 0; d < basis.length; d++) {
            for (int before = 0; before < d; before++) {
                double share = dot(basis[d], basis[before]);
                for (int i = 0; i < basis[d].length; i++) basis[d][i] -= share * basis[before][i];
            }
            double norm = Math.sqrt(dot(basis[d], basis[d]));
            for (int i = 0; i < basis[d].length; i++) basis[d][i] /= norm;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
