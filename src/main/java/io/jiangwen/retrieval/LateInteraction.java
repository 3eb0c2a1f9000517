package io.jiangwen.retrieval;

import io.jiangwen.model.TokenVectors;
import java.util.Arrays;
import java.util.List;

/**
 * How well the tokens of a question meet those of a passage: the weighted mean, over the question's tokens, of the
 * greatest similarity to any token (MaxSim; Khattab and Zaharia 2020, "ColBERT"), within the best stretch of
 * neighbouring tokens rather than the whole passage, so that a long passage has no advantage. Each value is in [0, 1].
 *
 * @param window within a stretch of 64 tokens
 * @param narrow within one of 24, about a sentence
 * @param anywhere in the whole passage
 * @param even 1 less the root of the weighted mean of the tokens' squared distances, in the whole passage
 * @param weakest of the tokens that weigh at least the median the least similarity, in the whole passage
 */
record LateInteraction(double window, double narrow, double anywhere, double even, double weakest) {
    private static final LateInteraction NONE = new LateInteraction(0, 0, 0, 0, 0);

    /** Tokens of a stretch. */
    private static final int WINDOW = 64;

    private static final int NARROW = 24;

    /** Stretches begin at every so many tokens. */
    private static final int STEP = 8;

    /**
     * All 0 for a passage or question without tokens.
     *
     * @param tokens vectors of the question's tokens
     * @param weights of the question's tokens, at least 0 each
     */
    static LateInteraction of(List<float[]> tokens, double[] weights, TokenVectors passage) {
        double total = Arrays.stream(weights).sum();
        if (passage.count() == 0 || !(total > 0)) return NONE;
        int blocks = (passage.count() + STEP - 1) / STEP;
        float[][] cosines = passage.cosines(tokens);
        float[][] maxima = new float[cosines.length][];
        double[] best = new double[cosines.length];
        for (int t = 0; t < maxima.length; t++) {
            maxima[t] = blockMaxima(cosines[t], blocks);
            for (float most : maxima[t]) best[t] = Math.max(best[t], most);
        }
        return new LateInteraction(
                stretch(maxima, weights, WINDOW) / total,
                stretch(maxima, weights, NARROW) / total,
                weighted(best, weights) / total,
                1
                        - Math.sqrt(weighted(
                                        Arrays.stream(best)
                                                .map(b -> (1 - b) * (1 - b))
                                                .toArray(),
                                        weights)
                                / total),
                weakest(best, weights));
    }

    LateInteraction {
        window = Math.clamp(window, 0, 1);
        narrow = Math.clamp(narrow, 0, 1);
        anywhere = Math.clamp(anywhere, 0, 1);
        even = Math.clamp(even, 0, 1);
        weakest = Math.clamp(weakest, 0, 1);
    }

    private static double stretch(float[][] maxima, double[] weights, int tokens) {
        int blocks = maxima[0].length;
        int wide = Math.min(tokens / STEP, blocks);
        double[] sums = new double[blocks - wide + 1];
        for (int t = 0; t < maxima.length; t++) {
            float[] best = maxima[t];
            for (int start = 0; start < sums.length; start++) {
                float most = best[start];
                for (int b = start + 1; b < start + wide; b++) most = Math.max(most, best[b]);
                sums[start] += weights[t] * most;
            }
        }
        return Arrays.stream(sums).max().orElse(0);
    }

    private static double weighted(double[] values, double[] weights) {
        double sum = 0;
        for (int t = 0; t < values.length; t++) sum += weights[t] * values[t];
        return sum;
    }

    private static double weakest(double[] best, double[] weights) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double weakest = 1;
        for (int t = 0; t < best.length; t++) {
            if (weights[t] >= median) weakest = Math.min(weakest, best[t]);
        }
        return weakest;
    }

    private static float[] blockMaxima(float[] cosines, int blocks) {
        float[] maxima = new float[blocks];
        Arrays.fill(maxima, -1);
        for (int i = 0; i < cosines.length; i++) {
            int block = i / STEP;
            maxima[block] = Math.max(maxima[block], cosines[i]);
        }
        return maxima;
    }
}
