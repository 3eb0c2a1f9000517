package io.jiangwen.model;

import java.util.List;

/**
 * What the encoder says of one window of a text.
 *
 * @param pieces word pieces of the window, without the two tokens that frame it
 * @param values vectors of the framed window, one after another: {@code (pieces.size() + 2) * width} numbers
 */
@SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
record EncodedWindow(List<String> pieces, float[] values, int width) {
    EncodedWindow {
        if (values.length != (pieces.size() + 2) * width) throw new IllegalArgumentException("not a whole window");
    }

    /** The vector of the frame's first token, which BGE trains to stand for the text. */
    float[] first() {
        float[] first = new float[width];
        System.arraycopy(values, 0, first, 0, width);
        return first;
    }

    /** The mean of all vectors, the frame's included, as the sentence transformers take it. */
    float[] mean() {
        float[] mean = new float[width];
        int count = pieces.size() + 2;
        for (int i = 0; i < values.length; i++) mean[i % width] += values[i];
        for (int j = 0; j < width; j++) mean[j] /= count;
        return mean;
    }

    /** The vector of a piece. */
    float[] piece(int index) {
        float[] vector = new float[width];
        System.arraycopy(values, (index + 1) * width, vector, 0, width);
        return vector;
    }
}
