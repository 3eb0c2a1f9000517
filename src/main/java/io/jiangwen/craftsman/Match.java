package io.jiangwen.craftsman;

import java.util.List;

/**
 * How well a craftsman fits a question.
 *
 * @param candidate his id
 * @param score in [0, 1]; no probability
 * @param reasons why, the weightiest first; never empty
 */
public record Match(String candidate, double score, List<Reason> reasons) {
    public Match {
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("score " + score);
        if (reasons.isEmpty()) throw new IllegalArgumentException("a match without a reason");
        reasons = List.copyOf(reasons);
    }
}
