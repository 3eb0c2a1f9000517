package io.jiangwen.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The bar a sentence must pass to keep its citation: data, fitted by {@code ./jiangwen evaluate citations --fit} and
 * shipped as {@code citation/bar.properties}, which says on what.
 *
 * @param source on which sentences it was fitted
 * @param weights of the {@linkplain Signs signs} and {@code bias}, within a language; {@code cross.} before those across
 * @param probability a sentence whose logistic probability is below it is not supported
 * @param numberMargin a number's clause may fit this much worse than the best clause with a number
 * @param alike clauses whose fits differ by less speak of the same thing
 * @param polarityCover a clause of which less is found has nothing to contradict
 * @param leastCovered a sentence of whose words less is there is foreign, whatever its probability
 * @param denialCover a clause of which as much is found says the same, but for its denials
 * @param orderCover a step of which less is found is none of the passages' steps
 */
record SupportBar(
        String source,
        Map<String, Double> weights,
        double probability,
        double numberMargin,
        double alike,
        double polarityCover,
        double orderCover,
        double denialCover,
        double leastCovered) {
    private static final String WEIGHT = "weight.";

    SupportBar {
        weights = Map.copyOf(weights);
        if (source.isBlank()) throw new IllegalArgumentException("a bar must say where it comes from");
        if (!(probability > 0 && probability < 1)) throw new IllegalArgumentException("probability " + probability);
    }

    /** The one that is shipped. */
    static SupportBar shipped() {
        try (InputStream file =
                Objects.requireNonNull(SupportBar.class.getResourceAsStream("/citation/bar.properties"))) {
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException for a file that is no bar */
    static SupportBar of(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the citation bar " + file + " cannot be used", e);
        }
    }

    private static SupportBar read(Reader reader) throws IOException {
        Properties values = new Properties();
        values.load(reader);
        Map<String, Double> weights = new HashMap<>();
        for (String name : values.stringPropertyNames())
            if (name.startsWith(WEIGHT)) weights.put(name.substring(WEIGHT.length()), number(values, name));
        return new SupportBar(
                values.getProperty("source", ""),
                weights,
                number(values, "probability"),
                number(values, "number-margin"),
                number(values, "alike"),
                number(values, "polarity-cover"),
                number(values, "order-cover"),
                number(values, "denial-cover"),
                number(values, "least-covered"));
    }

    private static double number(Properties values, String name) {
        String text = values.getProperty(name);
        if (text == null) throw new IllegalArgumentException("there is no " + name);
        return Double.parseDouble(text);
    }

    /** Logistic probability that passages with these signs support the sentence. */
    double probability(Signs signs) {
        String prefix = signs.areAcrossLanguages() ? "cross." : "";
        double sum = weights.getOrDefault(prefix + "bias", 0.0);
        for (Map.Entry<String, Double> sign : signs.named().entrySet())
            sum += weights.getOrDefault(prefix + sign.getKey(), 0.0) * sign.getValue();
        return 1 / (1 + Math.exp(-sum));
    }
}
