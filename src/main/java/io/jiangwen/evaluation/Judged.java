package io.jiangwen.evaluation;

import java.util.List;

/**
 * What metrics know of a query: its label, and what the service made of it.
 *
 * @param ranked ids of documents, best first, each once
 * @param probability that the first is right, in [0, 1]
 * @param answered whether the verdict was to answer
 */
record Judged(Label label, List<String> ranked, double probability, boolean answered) {
    Judged {
        ranked = List.copyOf(ranked);
        if (!(probability >= 0 && probability <= 1)) throw new IllegalArgumentException("probability " + probability);
    }

    /** Place of the first relevant document, counted from 1; 0 where there is none. */
    int rank() {
        for (int i = 0; i < ranked.size(); i++) {
            if (label.relevant().contains(ranked.get(i))) return i + 1;
        }
        return 0;
    }

    /** Whether one of the first {@code k} documents answers the query. */
    boolean isCorrect(int k) {
        int rank = rank();
        return rank > 0 && rank <= k;
    }
}
