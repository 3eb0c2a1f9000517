package io.jiangwen.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The small space in which tokens of one model are compared: the mean over a corpus is taken off, the rest is projected
 * on the directions in which the corpus' tokens differ most, and brought to length 1. The file on the class path has
 * the two widths as integers, the mean, then the directions one after another, as big-endian floats.
 */
final class TokenSpace {
    private final float[] mean;
    private final float[][] directions;

    TokenSpace(float[] mean, float[][] directions) {
        this.mean = mean;
        this.directions = directions;
    }

    static TokenSpace read(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException("not on the class path: " + name);
            DataInputStream data = new DataInputStream(new java.io.BufferedInputStream(file));
            int wide = data.readInt();
            int narrow = data.readInt();
            float[] mean = floats(data, wide);
            float[][] directions = new float[narrow][];
            for (int i = 0; i < narrow; i++) directions[i] = floats(data, wide);
            return new TokenSpace(mean, directions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Components of a vector in this space. */
    int width() {
        return directions.length;
    }

    /** Of length 1; all zeros for the mean itself. */
    float[] place(float[] vector) {
        float[] centred = new float[mean.length];
        for (int i = 0; i < mean.length; i++) centred[i] = vector[i] - mean[i];
        float[] placed = new float[directions.length];
        double square = 0;
        for (int d = 0; d < directions.length; d++) {
            float sum = 0;
            for (int i = 0; i < centred.length; i++) sum += directions[d][i] * centred[i];
            placed[d] = sum;
            square += sum * sum;
        }
        if (square == 0) return placed;
        float norm = (float) Math.sqrt(square);
        for (int d = 0; d < placed.length; d++) placed[d] /= norm;
        return placed;
    }

    private static float[] floats(DataInputStream data, int count) throws IOException {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) floats[i] = data.readFloat();
        return floats;
    }
}
