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
import java.util.ArrayList;
import java.util.List;

/**
 * The space in which tokens of one model are compared. Of each of two layers the mean over a corpus is taken off and
 * the rest brought to length 1; both together are projected on the directions in which tokens differ most, and brought to
 * length 1 again. The last layer says what a token means where it stands, the one before it more of the word itself:
 * together they find more than either (docs/experiments.md).
 */
final class TokenSpace {
    /** How many tokens share one pass over the directions: as many as stay in the nearest cache. */
    private static final int TOGETHER = 8;

    private final float[][] means;
    private final float[][] directions;

    /** {@link #directions} turned round, a row per component of a joined vector. */
    private final float[][] shares;

    /**
     * @param means of each layer
     * @param directions to project on, each as long as the layers together
     */
    TokenSpace(float[][] means, float[][] directions) {
        this.means = means;
        this.directions = directions;
        this.shares = new float[means.length * means[0].length][directions.length];
        for (int i = 0; i < shares.length; i++) {
            for (int d = 0; d < directions.length; d++) shares[i][d] = directions[d][i];
        }
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

    /** Pieces of a window in this space, in the order of {@code pieces}; of length 1, or all zeros for the mean itself. */
    List<float[]> place(EncodedWindow window, List<Integer> pieces) {
        List<float[]> placed = new ArrayList<>(pieces.size());
        for (int from = 0; from < pieces.size(); from += TOGETHER) {
            List<Integer> some = pieces.subList(from, Math.min(pieces.size(), from + TOGETHER));
            placed.addAll(projected(
                    some.stream().map(piece -> joined(means, window, piece)).toList()));
        }
        return placed;
    }

    /** Adds up share by share, which Java does many components at a time; sums along a direction it would do one by one. */
    private List<float[]> projected(List<float[]> joined) {
        float[][] placed = new float[joined.size()][directions.length];
        for (int i = 0; i < shares.length; i++) {
            for (int t = 0; t < placed.length; t++) add(joined.get(t)[i], shares[i], placed[t]);
        }
        for (float[] vector : placed) normalise(vector, 0, vector.length);
        return List.of(placed);
    }

    private static void add(float weight, float[] share, float[] sums) {
        for (int d = 0; d < sums.length; d++) sums[d] += weight * share[d];
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
