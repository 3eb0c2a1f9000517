package io.jiangwen.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * How well a confidence tells right from wrong. Every query is in every denominator.
 *
 * @param confidences one per query, in [0, 1]
 * @param correct whether that query was right
 */
record Selection(List<Double> confidences, List<Boolean> correct) {
    Selection {
        confidences = List.copyOf(confidences);
        correct = List.copyOf(correct);
        if (confidences.isEmpty() || confidences.size() != correct.size())
            throw new IllegalArgumentException(confidences.size() + " confidences, " + correct.size() + " outcomes");
    }

    private record Case(double confidence, boolean correct) {}

    /** Share of queries that are right: what is reached without a confidence. */
    double base() {
        return correct.stream().filter(each -> each).count() / (double) correct.size();
    }

    /**
     * Chance that a right query has a higher confidence than a wrong one, ties counting half: the area under the ROC
     * curve by rank sums (Hanley and McNeil 1982). NaN where all are right or all are wrong.
     */
    double auroc() {
        List<Case> rising = falling().reversed();
        double rankSum = 0;
        long right = 0;
        for (int from = 0; from < rising.size(); ) {
            int to = from;
            long rightHere = 0;
            while (to < rising.size()
                    && rising.get(to).confidence() == rising.get(from).confidence()) {
                if (rising.get(to++).correct()) rightHere++;
            }
            rankSum += rightHere * (from + 1 + to) / 2.0;
            right += rightHere;
            from = to;
        }
        double wrong = rising.size() - right;
        return (rankSum - right * (right + 1) / 2.0) / (right * wrong);
    }

    /**
     * Largest share of all queries that a threshold lets through with at most {@code risk} of them wrong. Equal
     * confidences pass together, so a constant covers nothing unless all may pass.
     */
    double coverage(double risk) {
        List<Case> falling = falling();
        int best = 0;
        int wrong = 0;
        for (int i = 0; i < falling.size(); i++) {
            if (!falling.get(i).correct()) wrong++;
            boolean tied = i + 1 < falling.size()
                    && falling.get(i + 1).confidence() == falling.get(i).confidence();
            if (!tied && wrong <= risk * (i + 1)) best = i + 1;
        }
        return best / (double) falling.size();
    }

    private List<Case> falling() {
        return java.util.stream.IntStream.range(0, correct.size())
                .mapToObj(i -> new Case(confidences.get(i), correct.get(i)))
                .sorted(Comparator.comparingDouble(Case::confidence).reversed())
                .toList();
    }
}
