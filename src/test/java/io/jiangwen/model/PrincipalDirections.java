package io.jiangwen.model;

import java.util.Random;

/**
 * Principal component analysis of vectors that come one by one, around the origin: the directions in which they reach
 * farthest, by orthogonal iteration on their second moments (Golub and Van Loan, "Matrix Computations", section 8.2.4).
 */
final class PrincipalDirections {
    private static final int ROUNDS = 60;

    private final int width;
    private final double[][] moments;

    PrincipalDirections(int width) {
        this.width = width;
        this.moments = new double[width][width];
    }

    void add(float[] vector, double weight) {
        for (int i = 0; i < width; i++) {
            double[] row = moments[i];
            double value = weight * vector[i];
            for (int j = 0; j <= i; j++) row[j] += value * vector[j];
        }
    }

    /** Orthonormal, most important first. */
    float[][] first(int number) {
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) moments[j][i] = moments[i][j];
        }
        Random random = new Random(1);
        double[][] basis = new double[number][width];
        for (double[] direction : basis) {
            for (int i = 0; i < width; i++) direction[i] = random.nextGaussian();
        }
        orthonormalise(basis);
        for (int round = 0; round < ROUNDS; round++) {
            for (int d = 0; d < number; d++) basis[d] = times(moments, basis[d]);
            orthonormalise(basis);
        }
        float[][] directions = new float[number][width];
        for (int d = 0; d < number; d++) {
            for (int i = 0; i < width; i++) directions[d][i] = (float) basis[d][i];
        }
        return directions;
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
