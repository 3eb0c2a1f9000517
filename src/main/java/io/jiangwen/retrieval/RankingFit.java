package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits how much each feature counts in one language: the weights under which the right candidates have the highest
 * probability by a softmax over all candidates of their question (ListNet's top-one probability; Cao and others, ICML
 * 2007), held near the weights it starts from. Pure, and the same for the same examples.
 */
final class RankingFit {
    /** How strongly weights are held: doubling one costs as much as this loss of log-likelihood on every question. */
    private static final double HOLD = 0.01;

    /** Weights differ by orders of magnitude; each is moved in steps of itself and this share of their mean. */
    private static final double LEAST_STEP = 0.3;

    private static final int ROUNDS = 400;
    private static final double DONE = 1e-9;

    /** What is fitted; a cross-encoder keeps its share, for it is not asked for examples, and the rest is for the judge. */
    private static final List<Feature> FEATURES = List.of(
            Feature.LEXICAL, Feature.COSINE, Feature.WINDOW, Feature.SENTENCE, Feature.NEARBY, Feature.IN_ORDER);

    private final double[][][] right;
    private final double[][][] all;
    private final double[] start;
    private final double[] steps;
    private final double total;

    private RankingFit(List<RankingExample> examples, Map<Feature, Double> from) {
        this.all = new double[examples.size()][][];
        this.right = new double[examples.size()][][];
        for (int i = 0; i < all.length; i++) {
            RankingExample example = examples.get(i);
            all[i] = example.candidates().stream().map(RankingFit::values).toArray(double[][]::new);
            right[i] = example.candidates().stream()
                    .filter(example::isRight)
                    .map(RankingFit::values)
                    .toArray(double[][]::new);
        }
        double[] given = FEATURES.stream()
                .mapToDouble(feature -> from.getOrDefault(feature, 0.0))
                .toArray();
        this.total = Arrays.stream(given).sum();
        double sharpness = sharpness(given);
        this.start = Arrays.stream(given).map(weight -> weight * sharpness).toArray();
        double mean = Arrays.stream(start).average().orElseThrow();
        this.steps =
                Arrays.stream(start).map(weight -> weight + LEAST_STEP * mean).toArray();
    }

    /**
     * The weights of {@code language}, which sum to what those of {@code from} do, so that scores keep their meaning.
     *
     * @param examples of questions in this language; at least one
     */
    static Map<Feature, Double> fit(Language language, List<RankingExample> examples, Ranking from) {
        Map<Feature, Double> before = from.weights().getOrDefault(language, Map.of());
        Map<Feature, Double> fitted = new EnumMap<>(Feature.class);
        fitted.putAll(before);
        RankingFit fit = new RankingFit(examples, before);
        double[] weights = fit.descend();
        double scale = fit.total / Arrays.stream(weights).sum();
        for (int k = 0; k < weights.length; k++) {
            double weight = Math.round(weights[k] * scale * 1e4) / 1e4;
            if (weight > 0 || before.containsKey(FEATURES.get(k))) fitted.put(FEATURES.get(k), weight);
        }
        return fitted;
    }

    private static double[] values(Ranker.Candidate<String> candidate) {
        return FEATURES.stream().mapToDouble(candidate::value).toArray();
    }

    /** By how much scores are multiplied before they are probabilities: what fits best, found by thirds. */
    private double sharpness(double[] weights) {
        double low = Math.log(0.1 / total);
        double high = Math.log(1_000 / total);
        while (high - low > 1e-3) {
            double third = (high - low) / 3;
            double below = loss(times(weights, Math.exp(low + third)));
            double above = loss(times(weights, Math.exp(high - third)));
            if (below < above) high -= third;
            else low += third;
        }
        return Math.exp((low + high) / 2);
    }

    /** Projected gradient descent; no weight becomes negative. */
    private double[] descend() {
        double[] weights = start.clone();
        double now = held(weights);
        double rate = 1;
        for (int round = 0; round < ROUNDS && rate > DONE; round++) {
            double[] slope = slope(weights);
            double[] next = new double[weights.length];
            for (int k = 0; k < next.length; k++)
                next[k] = Math.max(0, weights[k] - rate * steps[k] * steps[k] * slope[k]);
            double then = held(next);
            if (then < now) {
                if (now - then < DONE) return next;
                weights = next;
                now = then;
                rate *= 1.5;
            } else {
                rate /= 2;
            }
        }
        return weights;
    }

    private double held(double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double moved = (weights[k] - start[k]) / steps[k];
            sum += moved * moved;
        }
        return loss(weights) + HOLD * sum;
    }

    private double[] slope(double[] weights) {
        double[] slope = new double[weights.length];
        for (int i = 0; i < all.length; i++) {
            double[] expected = mean(all[i], weights);
            double[] wanted = mean(right[i], weights);
            for (int k = 0; k < slope.length; k++) slope[k] += (expected[k] - wanted[k]) / all.length;
        }
        for (int k = 0; k < slope.length; k++) slope[k] += 2 * HOLD * (weights[k] - start[k]) / (steps[k] * steps[k]);
        return slope;
    }

    /** Mean negative logarithm of the probability of the right candidates. */
    private double loss(double[] weights) {
        double sum = 0;
        for (int i = 0; i < all.length; i++) sum += logSum(all[i], weights) - logSum(right[i], weights);
        return sum / all.length;
    }

    private static double logSum(double[][] candidates, double[] weights) {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] values : candidates) most = Math.max(most, product(values, weights));
        double sum = 0;
        for (double[] values : candidates) sum += Math.exp(product(values, weights) - most);
        return most + Math.log(sum);
    }

    /** Features of the candidates, each counting by its probability among them. */
    private static double[] mean(double[][] candidates, double[] weights) {
        double logSum = logSum(candidates, weights);
        double[] mean = new double[weights.length];
        for (double[] values : candidates) {
            double probability = Math.exp(product(values, weights) - logSum);
            for (int k = 0; k < mean.length; k++) mean[k] += probability * values[k];
        }
        return mean;
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) sum += left[i] * right[i];
        return sum;
    }
}
