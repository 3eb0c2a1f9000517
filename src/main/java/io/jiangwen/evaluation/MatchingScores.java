package io.jiangwen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good rankings of craftsmen are, over the questions that somebody can answer.
 *
 * @param hit share of the questions with somebody who can answer among the first three (Recall@3)
 * @param found share of those who can answer that is among the first three, of three at the most
 * @param first share of the questions whose first one can answer
 */
record MatchingScores(double hit, double found, double first) {
    private static final int FIRST = 3;

    /** @param relevant by question, in the order of {@code ranked}; nobody's question is empty and does not count */
    static MatchingScores of(List<Set<String>> relevant, List<List<String>> ranked) {
        double hit = 0;
        double found = 0;
        double first = 0;
        int questions = 0;
        for (int i = 0; i < relevant.size(); i++) {
            Set<String> wanted = relevant.get(i);
            if (wanted.isEmpty()) continue;
            questions++;
            List<String> top =
                    ranked.get(i).subList(0, Math.min(FIRST, ranked.get(i).size()));
            long met = top.stream().filter(wanted::contains).count();
            if (met > 0) hit++;
            found += (double) met / Math.min(FIRST, wanted.size());
            if (!top.isEmpty() && wanted.contains(top.getFirst())) first++;
        }
        return new MatchingScores(hit / questions, found / questions, first / questions);
    }

    Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("R@3", hit);
        named.put("found@3", found);
        named.put("P@1", first);
        return named;
    }
}
