package io.jiangwen.model;

import java.io.IOException;
import java.util.List;

/** One way to reach a cross-encoder. */
interface PairScorer {
    /**
     * Scores in [0, 1], one for each passage in its order.
     *
     * @throws IOException when the model gave none
     */
    List<Double> scores(String question, List<String> passages) throws IOException;
}
