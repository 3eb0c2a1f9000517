package io.jiangwen.model;

import java.util.List;

/**
 * The tokens of a passage as vectors, in the order of the text, half a byte per component: small enough to be kept for
 * every passage. Vectors of unit length have components around {@code 1 / sqrt(width)}; each is rounded to one of
 * fifteen steps that reach to 2.8 times that, which cost nothing measurable (docs/experiments.md).
 *
 * @param width components of a vector, even
 * @param bytes the vectors one after another, {@code width / 2} bytes each; the first of two components is in the low
 *     half, and each half has its step plus 7
 */
@SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
public record TokenVectors(int width, byte[] bytes) {
    private static final int STEPS = 7;
    private static final double REACH = 2.8;

    public TokenVectors {
        if (width < 2 || width % 2 != 0 || bytes.length % (width / 2) != 0)
            throw new IllegalArgumentException(bytes.length + " bytes of vectors of " + width);
    }

    /** @param vectors of unit length */
    static TokenVectors of(int width, List<float[]> vectors) {
        byte[] bytes = new byte[vectors.size() * width / 2];
        double step = REACH / Math.sqrt(width) / STEPS;
        int at = 0;
        for (float[] vector : vectors) {
            for (int i = 0; i < width; i += 2) {
                bytes[at++] = (byte) (half(vector[i] / step) | (half(vector[i + 1] / step) << 4));
            }
        }
        return new TokenVectors(width, bytes);
    }

    private static int half(double steps) {
        return Math.clamp(Math.round(steps), -STEPS, STEPS) + STEPS;
    }

    /** Number of tokens. */
    public int count() {
        return bytes.length / (width / 2);
    }

    /**
     * The cosine of each of {@code vectors} with each token: {@code [vector][token]}.
     *
     * @param vectors of unit length
     */
    public float[][] cosines(List<float[]> vectors) {
        float[][] cosines = new float[vectors.size()][count()];
        float[] token = new float[width];
        for (int t = 0; t < count(); t++) {
            double norm = unpack(t, token);
            for (int v = 0; v < cosines.length; v++) cosines[v][t] = (float) (product(vectors.get(v), token) / norm);
        }
        return cosines;
    }

    /** Writes the steps of a token into {@code token}, and returns their length. */
    private double unpack(int index, float[] token) {
        int at = index * (width / 2);
        int square = 0;
        for (int i = 0; i < width; i += 2) {
            byte both = bytes[at++];
            int low = (both & 15) - STEPS;
            int high = ((both >> 4) & 15) - STEPS;
            token[i] = low;
            token[i + 1] = high;
            square += low * low + high * high;
        }
        return square == 0 ? 1 : Math.sqrt(square);
    }

    private static float product(float[] a, float[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("a vector of " + a.length);
        // Four sums that do not wait for each other: Java may not reorder additions of floats by itself.
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) first += a[i] * b[i];
        return first + second + (third + fourth);
    }
}
