package io.jiangwen.confidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities come true: ten equally wide bins of them, those without a question left out.
 *
 * @param bins rising
 */
public record Reliability(List<Bin> bins) {
    private static final int BINS = 10;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Questions of similar probability.
     *
     * @param questions how many, at least 1
     * @param probability their mean probability
     * @param right the share of them that was right
     */
    public record Bin(int questions, double probability, double right) {}

    /**
     * @param probabilities in [0, 1]
     * @param right as many
     */
    public static Reliability of(List<Double> probabilities, List<Boolean> right) {
        if (probabilities.size() != right.size())
            throw new IllegalArgumentException(probabilities.size() + " probabilities, " + right.size() + " outcomes");
        int[] questions = new int[BINS];
        double[] sums = new double[BINS];
        int[] rights = new int[BINS];
        for (int i = 0; i < probabilities.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities.get(i) * BINS));
            questions[bin]++;
            sums[bin] += probabilities.get(i);
            if (right.get(i)) rights[bin]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (questions[b] > 0)
                bins.add(new Bin(questions[b], sums[b] / questions[b], rights[b] / (double) questions[b]));
        }
        return new Reliability(bins);
    }

    /** Expected calibration error: the mean distance of probability and share, by the number of questions; 0 for none. */
    public double error() {
        double all = bins.stream().mapToInt(Bin::questions).sum();
        return bins.stream()
                .mapToDouble(bin -> bin.questions() / all * Math.abs(bin.probability() - bin.right()))
                .sum();
    }
}
