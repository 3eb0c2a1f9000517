package io.jiangwen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How well the service knows when to answer, over all labelled queries.
 *
 * @param top1 right means that the first document is relevant
 * @param top3 right means that one of the first three is
 * @param answerable right means that some document is
 * @param answered queries with the verdict to answer
 * @param errors those of them whose first document is not relevant
 * @param ece expected calibration error of the probability that the first document is right
 * @param trueEce what a predictor without any error of calibration stays below in 95 % of simulations
 */
record SelectiveScores(
        Selection top1, Selection top3, Selection answerable, int answered, int errors, double ece, double trueEce) {
    private static final double BOUND_CONFIDENCE = 0.95;

    /** @param judged at least one */
    static SelectiveScores of(List<Judged> judged, long seed) {
        Selection top1 = selection(judged, each -> each.isCorrect(1));
        List<Judged> answered = judged.stream().filter(Judged::answered).toList();
        return new SelectiveScores(
                top1,
                selection(judged, each -> each.isCorrect(3)),
                selection(judged, each -> each.label().answerable()),
                answered.size(),
                (int) answered.stream().filter(each -> !each.isCorrect(1)).count(),
                CalibrationError.of(top1),
                CalibrationError.ofATruePredictor(top1.confidences(), seed));
    }

    int queries() {
        return top1.correct().size();
    }

    /** By the names that people call them; not a number where there is nothing to divide by. */
    Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("base top-1", top1.base());
        named.put("base top-3", top3.base());
        named.put("AUROC top-1", top1.auroc());
        named.put("cov@5%", top1.coverage(0.05));
        named.put("cov@10%", top1.coverage(0.10));
        named.put("AUROC top-3", top3.auroc());
        named.put("cov@10% top-3", top3.coverage(0.10));
        named.put("AUROC answerable", answerable.auroc());
        named.put("ECE", ece);
        named.put("ECE calibrated 95%", trueEce);
        named.put("coverage", answered / (double) queries());
        named.put("risk", errors / (double) answered);
        named.put("risk bound 95%", ErrorBound.upper(errors, answered, BOUND_CONFIDENCE));
        return named;
    }

    private static Selection selection(List<Judged> judged, Predicate<Judged> correct) {
        return new Selection(
                judged.stream().map(Judged::probability).toList(),
                judged.stream().map(correct::test).toList());
    }
}
