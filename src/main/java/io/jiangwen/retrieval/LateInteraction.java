package io.jiangwen.retrieval;

import io.jiangwen.model.TokenVectors;
import java.util.List;

/**
 * How well the tokens of a question meet those of a passage: the weighted mean, over the question's tokens, of the
 * greatest similarity to any token (MaxSim; Khattab and Zaharia 2020, "ColBERT"), within the best stretch of
 * neighbouring tokens rather than the whole passage, so that a long passage has no advantage.
 */
final class LateInteraction {
    /** Tokens of a stretch. */
    private static final int WINDOW = 64;

    /** Stretches begin at every so many tokens. */
    private static final int STEP = 8;

    private LateInteraction() {}

    /**
     * In [0, 1]; 0 for a passage or question without tokens.
     *
     * @param tokens vectors of the question's tokens
     * @param weights of the question's tokens, at least 0 each
     */
    static double similarity(List<float[]> tokens, double[] weights, TokenVectors passage) {
        double total = 0;
        for (double weight : weights) total += weight;
        if (passage.count() == 0 || !(total > 0)) return 0;
        int blocks = (passage.count() + STEP - 1) / STEP;
        int wide = Math.min(WINDOW / STEP, blocks);
        float[][] cosines = passage.cosines(tokens);
        double[] sums = new double[blocks - wide + 1];
        for (int t = 0; t < tokens.size(); t++) {
            float[] best = blockMaxima(cosines[t], blocks);
            for (int start = 0; start < sums.length; start++) {
                float most = best[start];
                for (int b = start + 1; b < start + wide; b++) most = Math.max(most, best[b]);
                sums[start] += weights[t] * most;
            }
        }
        double best = sums[0];
        for (double sum : sums) best = Math.max(best, sum);
        return Math.clamp(best / total, 0, 1);
    }

    private static float[] blockMaxima(float[] cosines, int blocks) {
        float[] maxima = new float[blocks];
        java.util.Arrays.fill(maxima, -1);
        for (int i = 0; i < cosines.length; i++) {
            int block = i / STEP;
            maxima[block] = Math.max(maxima[block], cosines[i]);
        }
        return maxima;
    }
}
