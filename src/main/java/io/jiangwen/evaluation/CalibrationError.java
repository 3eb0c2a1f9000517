package io.jiangwen.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Expected calibration error with {@value #BINS} bins of equal width: the mean over queries of the distance between the
 * mean confidence of their bin and the share that was right in it (Guo et al., ICML 2017).
 */
final class CalibrationError {
    static final int SIMULATIONS = 2_000;

    private static final int BINS = 10;
    private static final double CONFIDENCE = 0.95;

    private CalibrationError() {}

    static double of(Selection selection) {
        return of(
                selection.confidences().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                selection.correct());
    }

    /**
     * What a predictor whose every confidence is true stays below in 95 % of {@value #SIMULATIONS} simulations: few
     * queries make some error certain.
     */
    static double ofATruePredictor(List<Double> confidences, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probabilities =
                confidences.stream().mapToDouble(Double::doubleValue).toArray();
        double[] errors = new double[SIMULATIONS];
        for (int i = 0; i < SIMULATIONS; i++) {
            List<Boolean> drawn = new ArrayList<>(probabilities.length);
            for (double probability : probabilities) drawn.add(random.nextDouble() < probability);
            errors[i] = of(probabilities, drawn);
        }
        Arrays.sort(errors);
        return errors[(int) Math.ceil(CONFIDENCE * SIMULATIONS) - 1];
    }

    private static double of(double[] confidences, List<Boolean> correct) {
        double[] surplus = new double[BINS];
        for (int i = 0; i < confidences.length; i++) {
            int bin = Math.min(BINS - 1, (int) (confidences[i] * BINS));
            surplus[bin] += confidences[i] - (correct.get(i) ? 1 : 0);
        }
        return Arrays.stream(surplus).map(Math::abs).sum() / confidences.length;
    }
}
