package io.jiangwen.model;

import java.util.List;

/**
 * The tokens of a passage as vectors of about unit length, one byte per component, in the order of the text. Small
 * enough to be kept for every passage: {@code count * width} bytes.
 *
 * @param width components of a vector, at least 1
 * @param bytes the vectors one after another, each component times 127
 */
@SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
public record TokenVectors(int width, byte[] bytes) {
    private static final float SCALE = 127;

    public TokenVectors {
        if (width < 1 || bytes.length % width != 0)
            throw new IllegalArgumentException(bytes.length + " bytes of vectors of " + width);
    }

    /** Rounds each component to a 127th. */
    static TokenVectors of(int width, List<float[]> vectors) {
        byte[] bytes = new byte[vectors.size() * width];
        int at = 0;
        for (float[] vector : vectors) {
            for (float component : vector) bytes[at++] = (byte) Math.round(Math.clamp(component, -1f, 1f) * SCALE);
        }
        return new TokenVectors(width, bytes);
    }

    /** Number of tokens. */
    public int count() {
        return bytes.length / width;
    }

    /** The inner product of {@code vector} with each token. */
    public float[] products(float[] vector) {
        if (vector.length != width) throw new IllegalArgumentException("a vector of " + vector.length);
        float[] products = new float[count()];
        int at = 0;
        for (int token = 0; token < products.length; token++) {
            float sum = 0;
            for (int i = 0; i < vector.length; i++) sum += vector[i] * bytes[at++];
            products[token] = sum / SCALE;
        }
        return products;
    }
}
