package io.jiangwen.model;

import java.util.List;

/**
 * What the encoder says of one window of a text.
 *
 * @param pieces word pieces of the window whose vectors are there, without the two tokens that frame it
 * @param layers the last layer, then the hidden ones that were asked for; of each, the vectors of these pieces in their
 *     frame one after another, {@code pieces.size() + 2} of them
 * @param length pieces that were read, with vectors or without
 */
record EncodedWindow(List<Piece> pieces, List<float[]> layers, int length) {
    EncodedWindow {
        pieces = List.copyOf(pieces);
        layers = List.copyOf(layers);
        if (length < pieces.size()) throw new IllegalArgumentException(pieces.size() + " pieces of " + length);
        for (float[] layer : layers) {
            if (layer.length % (pieces.size() + 2) != 0) throw new IllegalArgumentException("not a whole window");
        }
    }

    /** Components of a vector. */
    int width() {
        return layers.getFirst().length / (pieces.size() + 2);
    }

    /** The last layer's vector of the frame's first token, which BGE trains to stand for the text. */
    float[] first() {
        return vector(0, 0);
    }

    /**
     * The mean of the last layer's vectors, the frame's included, as the sentence transformers take it.
     *
     * @throws IllegalStateException when not all vectors are there
     */
    float[] mean() {
        if (length != pieces.size()) throw new IllegalStateException("a mean of a part");
        int width = width();
        float[] values = layers.getFirst();
        float[] mean = new float[width];
        for (int i = 0; i < values.length; i++) mean[i % width] += values[i];
        int count = pieces.size() + 2;
        for (int j = 0; j < width; j++) mean[j] /= count;
        return mean;
    }

    /** A layer's vector of a piece. */
    float[] piece(int layer, int index) {
        return vector(layer, index + 1);
    }

    private float[] vector(int layer, int at) {
        float[] vector = new float[width()];
        System.arraycopy(layers.get(layer), at * vector.length, vector, 0, vector.length);
        return vector;
    }
}
