package io.jiangwen.confidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adapts coefficients to the knowledge at hand. Questions that were made of it, with their answers hidden, tell without a
 * label what signals come to where there is no answer: crowded knowledge has close passages for everything. Real verdicts
 * move the weights themselves, the more the more there are. Pure and deterministic.
 */
public final class SelfFit {
    /** Hidden questions that the shipped background counts for. */
    private static final double SHIPPED_BACKGROUND = 20;

    /**
     * What the shipped weights count for, as a precision of each standardised weight: a verdict brings a tenth to a
     * quarter, so that some 200 of them weigh as much.
     */
    private static final double SHIPPED_WEIGHTS = 30;

    /** Verdicts, by weight, from which on the curve is drawn by them; and the least that a step of it rests on. */
    private static final double CURVE = 200;

    private static final double STEP = 30;

    private SelfFit() {}

    /**
     * The shipped coefficients for this knowledge.
     *
     * @param hidden signals of questions whose answers were hidden
     * @param verdicts what people said of answers
     */
    public static Coefficients fit(Coefficients shipped, List<Signals> hidden, List<JudgedSignals> verdicts) {
        Coefficients here = shipped.against(background(shipped, hidden));
        List<JudgedSignals> telling = verdicts.stream()
                .filter(verdict -> verdict.origin().weight() > 0)
                .toList();
        return telling.isEmpty() ? here : learnt(here, telling);
    }

    private static Map<String, Double> background(Coefficients shipped, List<Signals> hidden) {
        Map<String, Double> background = new HashMap<>();
        shipped.background().forEach((name, before) -> {
            double sum =
                    hidden.stream().mapToDouble(signals -> signals.value(name)).sum();
            background.put(name, (SHIPPED_BACKGROUND * before + sum) / (SHIPPED_BACKGROUND + hidden.size()));
        });
        return background;
    }

    private static Coefficients learnt(Coefficients shipped, List<JudgedSignals> verdicts) {
        List<String> names = new ArrayList<>(shipped.weights().keySet());
        double[][] rows = new double[verdicts.size()][];
        double[] right = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            JudgedSignals verdict = verdicts.get(r);
            rows[r] = row(names, shipped, verdict.signals());
            right[r] = verdict.right() ? 1 : 0;
            weights[r] = verdict.origin().weight();
        }
        double[] mean = new double[names.size() + 1];
        mean[0] = shipped.intercept();
        for (int i = 0; i < names.size(); i++) mean[i + 1] = shipped.weights().getOrDefault(names.get(i), 0.0);
        double[] precision = new double[mean.length];
        Arrays.fill(precision, SHIPPED_WEIGHTS);
        double[] fitted = LogisticFit.fit(new LogisticFit.Observations(rows, right, weights), mean, precision);
        Map<String, Double> learnt = new HashMap<>();
        for (int i = 0; i < names.size(); i++) learnt.put(names.get(i), fitted[i + 1]);
        Coefficients weighed = shipped.weighing(fitted[0], learnt);
        return Arrays.stream(weights).sum() < CURVE ? weighed : weighed.bent(curve(weighed, verdicts));
    }

    private static Curve curve(Coefficients weighed, List<JudgedSignals> verdicts) {
        return Isotonic.fit(
                verdicts.stream()
                        .map(verdict -> new Isotonic.Observation(
                                weighed.logit(verdict.signals()),
                                verdict.right(),
                                verdict.origin().weight()))
                        .toList(),
                STEP);
    }

    private static double[] row(List<String> names, Coefficients shipped, Signals signals) {
        double[] row = new double[names.size() + 1];
        row[0] = 1;
        for (int i = 0; i < names.size(); i++) row[i + 1] = shipped.standard(names.get(i), signals);
        return row;
    }
}
