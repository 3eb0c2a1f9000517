package io.jiangwen.craftsman;

import java.util.List;

/**
 * Everybody who could be asked, the best first; equal ones by id.
 *
 * @param trades of the question, the likeliest first; empty where its words tell none
 * @param bar what a score must reach to fit
 */
public record Matches(List<Match> ranked, List<String> trades, double bar) {
    public Matches {
        ranked = List.copyOf(ranked);
        trades = List.copyOf(trades);
    }

    /** Those who fit. */
    public List<Match> fitting() {
        return ranked.stream().filter(match -> match.score() >= bar).toList();
    }

    /** Whether nobody fits. */
    public boolean abstains() {
        return ranked.isEmpty() || ranked.getFirst().score() < bar;
    }
}
