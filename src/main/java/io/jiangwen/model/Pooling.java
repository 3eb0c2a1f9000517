package io.jiangwen.model;

import java.util.List;

/** How the vectors of a text's tokens become one vector. */
enum Pooling {
    FIRST {
        @Override
        float[] pool(EncodedWindow window) {
            return window.first();
        }
    },
    MEAN {
        @Override
        float[] pool(EncodedWindow window) {
            return window.mean();
        }
    };

    abstract float[] pool(EncodedWindow window);

    /** One vector of length 1 for the whole text; windows count by their number of pieces. */
    float[] pool(List<EncodedWindow> windows) {
        float[] sum = new float[windows.getFirst().width()];
        for (EncodedWindow window : windows) {
            float[] vector = pool(window);
            for (int j = 0; j < sum.length; j++) sum[j] += vector[j] * window.length();
        }
        double square = 0;
        for (float value : sum) square += value * value;
        float norm = (float) Math.sqrt(square);
        for (int j = 0; j < sum.length; j++) sum[j] /= norm;
        return sum;
    }
}
