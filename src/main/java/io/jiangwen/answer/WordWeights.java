package io.jiangwen.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How much a word counts when sentences are compared: {@code citation/words.txt}. */
final class WordWeights {
    private static final double LIGHT = 0.25;
    private static final double SINGLE_CHARACTER = 0.5;

    private static final Map<String, Double> SPECIAL = read();

    private WordWeights() {}

    /** In [0, 1]; 0 for a word that is not compared. */
    static double of(String word) {
        return SPECIAL.getOrDefault(word, word.length() == 1 ? SINGLE_CHARACTER : 1.0);
    }

    private static Map<String, Double> read() {
        Map<String, Double> weights = new HashMap<>();
        try (InputStream file = WordWeights.class.getResourceAsStream("/citation/words.txt");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) continue;
                int name = line.indexOf(' ');
                double weight = line.substring(0, name).equals("light") ? LIGHT : 0;
                for (String word : line.substring(name + 1).split(" ", -1)) weights.put(word, weight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(weights);
    }
}
