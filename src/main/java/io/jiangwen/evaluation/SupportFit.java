package io.jiangwen.evaluation;

import io.jiangwen.answer.Signs;
import io.jiangwen.answer.Support;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Fits the bar of the citation check to labelled sentences: logistic regression (gradient ascent, L2) on the signs of
 * those without a plain flaw, then the lowest probability that keeps the precision wanted. The same lines give the same
 * bar.
 */
final class SupportFit {
    private static final int ROUNDS = 6_000;
    private static final double RATE = 0.5;
    private static final double RIDGE = 0.02;

    /** Above the floor of the build, for other texts are not these. */
    private static final double PRECISION = 0.96;

    private final List<Example> examples = new ArrayList<>();
    private int missed;

    @SuppressWarnings("ArrayRecordComponent") // lives for one fit, never compared
    private record Example(double[] signs, boolean supported) {}

    /** What cannot be weighed, because a plain flaw decides it, counts for the precision only. */
    void add(Support support, boolean supported) {
        if (support.signs().isEmpty()) {
            if (support.isSupported()) missed++;
            return;
        }
        Signs signs = support.signs().get();
        if (!signs.areAcrossLanguages()) examples.add(new Example(vector(signs), supported));
    }

    /** @throws IllegalStateException when there is nothing to fit */
    void write(Path file, String source) throws IOException {
        if (examples.isEmpty()) throw new IllegalStateException("no labelled sentence can be weighed");
        double[] weights = weights();
        Properties values = shipped();
        values.setProperty("source", source);
        values.setProperty("probability", String.format(Locale.ROOT, "%.2f", probability(weights)));
        List<String> names = new ArrayList<>(List.of("bias"));
        names.addAll(new Signs(0, 0, 0, 0, 0, 0, 0).named().keySet());
        for (int i = 0; i < weights.length; i++)
            values.setProperty("weight." + names.get(i), String.format(Locale.ROOT, "%.3f", weights[i]));
        StringBuilder text =
                new StringBuilder("# The bar of the citation check; docs/evaluation.md says how it was fitted.\n");
        for (String name : new TreeSet<>(values.stringPropertyNames()))
            text.append(name).append(" = ").append(values.getProperty(name)).append('\n');
        Files.writeString(file, text);
    }

    private double[] weights() {
        double[] weights = new double[examples.getFirst().signs().length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[weights.length];
            for (Example example : examples) {
                double error = (example.supported() ? 1 : 0) - logistic(weights, example.signs());
                for (int i = 0; i < slope.length; i++) slope[i] += error * example.signs()[i];
            }
            for (int i = 0; i < weights.length; i++)
                weights[i] += RATE * (slope[i] - (i == 0 ? 0 : RIDGE * weights[i])) / examples.size();
        }
        return weights;
    }

    private double probability(double[] weights) {
        for (int percent = 30; percent < 95; percent += 2) {
            int rightly = missed;
            int wrongly = 0;
            for (Example example : examples) {
                if (logistic(weights, example.signs()) < percent / 100.0) continue;
                if (example.supported()) rightly++;
                else wrongly++;
            }
            if (rightly >= PRECISION * (rightly + wrongly)) return percent / 100.0;
        }
        return 0.95;
    }

    private static double logistic(double[] weights, double[] signs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * signs[i];
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] vector(Signs signs) {
        List<Double> values = new ArrayList<>(List.of(1.0));
        values.addAll(signs.named().values());
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Properties shipped() {
        Properties values = new Properties();
        try (InputStream file =
                        Objects.requireNonNull(SupportFit.class.getResourceAsStream("/citation/bar.properties"));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
