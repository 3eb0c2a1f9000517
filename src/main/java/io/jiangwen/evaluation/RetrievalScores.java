package io.jiangwen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well documents are ranked, over the queries that one of them answers.
 *
 * @param recall share of queries with a relevant document among the first k, by k
 * @param mrr mean of 1 / rank of the first relevant document, 0 beyond the tenth (Voorhees, TREC-8 1999)
 * @param ndcg discounted cumulative gain of the first ten, gain 1 and discount 1 / log2(rank + 1), over that of the best
 *     possible order (Järvelin and Kekäläinen 2002)
 */
record RetrievalScores(int queries, Map<Integer, Double> recall, double mrr, double ndcg) {
    static final List<Integer> DEPTHS = List.of(1, 3, 5, 10);

    private static final int CUT = 10;

    /** @param judged at least one of them answerable */
    static RetrievalScores of(List<Judged> judged) {
        List<Judged> answerable =
                judged.stream().filter(each -> each.label().answerable()).toList();
        if (answerable.isEmpty()) throw new IllegalArgumentException("no query is answerable");
        Map<Integer, Double> recall = new LinkedHashMap<>();
        for (int k : DEPTHS) {
            recall.put(k, share(answerable, k));
        }
        return new RetrievalScores(
                answerable.size(),
                recall,
                answerable.stream()
                        .mapToDouble(RetrievalScores::reciprocalRank)
                        .average()
                        .orElseThrow(),
                answerable.stream().mapToDouble(RetrievalScores::gain).average().orElseThrow());
    }

    /** By the names that people call them, in the order in which they are read. */
    Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        recall.forEach((k, share) -> named.put("R@" + k, share));
        named.put("MRR@" + CUT, mrr);
        named.put("nDCG@" + CUT, ndcg);
        return named;
    }

    /** One standard error of R@k, as of a share of independent queries. */
    double standardError(int k) {
        double share = recall.getOrDefault(k, 0.0);
        return Math.sqrt(share * (1 - share) / queries);
    }

    private static double share(List<Judged> judged, int k) {
        return judged.stream().filter(each -> each.isCorrect(k)).count() / (double) judged.size();
    }

    private static double reciprocalRank(Judged judged) {
        return judged.isCorrect(CUT) ? 1.0 / judged.rank() : 0;
    }

    private static double gain(Judged judged) {
        List<Double> found = new ArrayList<>();
        List<String> ranked = judged.ranked();
        for (int i = 0; i < Math.min(CUT, ranked.size()); i++) {
            if (judged.label().relevant().contains(ranked.get(i))) found.add(discount(i + 1));
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(CUT, judged.label().relevant().size()); rank++) ideal += discount(rank);
        return found.stream().mapToDouble(Double::doubleValue).sum() / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }
}
