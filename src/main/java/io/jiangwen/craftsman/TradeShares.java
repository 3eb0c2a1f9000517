package io.jiangwen.craftsman;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of what is said belongs to which trade. Each concept has one vote, shared among its trades.
 *
 * @param votes by slug
 */
record TradeShares(Map<String, Double> votes) {
    /** A vote for nothing at all, so that one word convinces less than three: additive smoothing. */
    private static final double DOUBT = 0.5;

    /** Among the trades of a question are those that have this part of the strongest one's votes. */
    private static final double NOTABLE = 0.5;

    static TradeShares of(Set<Concept> concepts, Set<Trade> named) {
        Map<String, Double> votes = new HashMap<>();
        for (Concept concept : concepts)
            for (String trade : concept.trades())
                votes.merge(trade, 1.0 / concept.trades().size(), Double::sum);
        for (Trade trade : named) votes.merge(trade.slug(), 1.0, Double::sum);
        return new TradeShares(votes);
    }

    /** In [0, 1); over all trades below one. */
    double share(String trade) {
        return votes.getOrDefault(trade, 0.0) / (total() + DOUBT);
    }

    private double total() {
        return votes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The likeliest first. */
    List<String> strongest() {
        double most =
                votes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() >= NOTABLE * most)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
