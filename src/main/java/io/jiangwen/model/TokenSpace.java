package io.jiangwen.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The space in which tokens of one model are compared. Of each of two layers the mean over a corpus is taken off and
 * the rest brought to length 1; both together are projected on the directions in which tokens differ most, and brought to
 * length 1 again. The last layer says what a token means where it stands, the one before it more of the word itself:
 * together they find more than either (docs/experiments.md).
 */
final class TokenSpace {
    private final float[][] means;
    private final float[][] directions;

    /** The directions by components. */
    private final float[][] turned;

    /**
     * @param means of each layer
     * @param directions each as long as the means together
     */
    TokenSpace(float[][] means, float[][] directions) {
        this.means = means;
        this.directions = directions;
        this.turned = new float[directions[0].length][directions.length];
        for (int d = 0; d < directions.length; d++) {
            for (int i = 0; i < turned.length; i++) turned[i][d] = directions[d][i];
        }
    }

    float[][] means() {
        return means;
    }

    float[][] directions() {
        return directions;
    }

    static TokenSpace read(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException("not on the class path: " + name);
            DataInputStream data = new DataInputStream(new BufferedInputStream(file));
            int layers = data.readInt();
            int wide = data.readInt();
            int narrow = data.readInt();
            return new TokenSpace(rows(data, layers, wide), rows(data, narrow, layers * wide));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what {@link #read} reads: numbers of layers, of components before and after; means; directions. */
    void write(Path file) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            data.writeInt(means.length);
            data.writeInt(means[0].length);
            data.writeInt(directions.length);
            for (float[][] rows : new float[][][] {means, directions}) {
                for (float[] row : rows) {
                    for (float value : row) data.writeFloat(value);
                }
            }
        }
    }

    /** Components of a vector in this space. */
    int width() {
        return directions.length;
    }

    /** A piece of a window in this space; of length 1, or all zeros for the mean itself. */
    float[] place(EncodedWindow window, int piece) {
        float[] joined = joined(means, window, piece);
        float[] placed = new float[width()];
        // Component by component: sums that do not wait for each other are made several at once.
        for (int i = 0; i < joined.length; i++) {
            float value = joined[i];
            float[] along = turned[i];
            for (int d = 0; d < placed.length; d++) placed[d] += value * along[d];
        }
        normalise(placed, 0, placed.length);
        return placed;
    }

    /** A piece's vectors without the means, each of length 1, one after the other. */
    static float[] joined(float[][] means, EncodedWindow window, int piece) {
        int wide = means[0].length;
        float[] joined = new float[means.length * wide];
        for (int layer = 0; layer < means.length; layer++) {
            float[] vector = window.piece(layer, piece);
            for (int i = 0; i < wide; i++) joined[layer * wide + i] = vector[i] - means[layer][i];
            normalise(joined, layer * wide, (layer + 1) * wide);
        }
        return joined;
    }

    private static void normalise(float[] values, int from, int to) {
        double square = 0;
        for (int i = from; i < to; i++) square += values[i] * values[i];
        if (square == 0) return;
        float norm = (float) Math.sqrt(square);
        for (int i = from; i < to; i++) values[i] /= norm;
    }

    private static float[][] rows(DataInputStream data, int count, int length) throws IOException {
        float[][] rows = new float[count][length];
        for (float[] row : rows) {
            for (int i = 0; i < length; i++) row[i] = data.readFloat();
        }
        return rows;
    }
}
