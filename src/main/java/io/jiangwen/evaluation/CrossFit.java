package io.jiangwen.evaluation;

import io.jiangwen.confidence.Coefficients;
import io.jiangwen.confidence.JudgedSignals;
import io.jiangwen.confidence.SignalFit;
import java.util.ArrayList;
import java.util.List;

/**
 * Probabilities of questions by weights that were fitted without them: what belongs together is left out together, a
 * tenth at a time.
 */
final class CrossFit {
    /** Signals that a fit to one knowledge base weighs; of those of a search each tells something that others do not. */
    static final List<String> SIGNALS = List.of(
            "score",
            "margin",
            "agreement",
            "coverage",
            "cosine",
            "outlier",
            "heaviest_missing",
            "quantities_missing",
            "one_sentence",
            "above",
            "narrow",
            "weakest",
            "even",
            "window",
            "nearby",
            "in_order",
            "lexical",
            "rarest",
            "gap_cosine",
            "elsewhere",
            "title",
            "number_missing",
            "asks_number",
            "words",
            "names_missing",
            "line");

    private static final int FOLDS = 10;

    private final double ridge;

    /** @param ridge see {@link SignalFit} */
    CrossFit(double ridge) {
        this.ridge = ridge;
    }

    /**
     * A judged question.
     *
     * @param together what it shares with others that must not teach what it is judged by
     * @param answerable whether anything answers it
     */
    record Example(JudgedSignals judged, String together, boolean answerable) {}

    Coefficients all(List<Example> examples) {
        return SignalFit.fit(examples.stream().map(Example::judged).toList(), SIGNALS, ridge);
    }

    /** One for each example, in their order, each in (0, 1). */
    List<Double> probabilities(List<Example> examples) {
        Double[] probabilities = new Double[examples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<JudgedSignals> others = new ArrayList<>();
            for (Example each : examples) if (fold(each) != fold) others.add(each.judged());
            if (others.isEmpty()) throw new IllegalStateException("all questions belong together");
            Coefficients fitted = SignalFit.fit(others, SIGNALS, ridge);
            for (int i = 0; i < probabilities.length; i++)
                if (fold(examples.get(i)) == fold)
                    probabilities[i] =
                            fitted.probability(examples.get(i).judged().signals());
        }
        return List.of(probabilities);
    }

    private static int fold(Example example) {
        return Math.floorMod(
                Integer.parseUnsignedInt(BlobCache.hash(example.together()).substring(0, 7), 16), FOLDS);
    }
}
