package io.jiangwen.craftsman;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * How a score comes about: weighted shares of trade, words and meaning, which add up to one. The shipped values and
 * where they come from stand in {@code trade/matching.properties}.
 *
 * @param bar what a score must reach for an offer
 * @param declined what each "not my trade" leaves of the trade's share
 * @param near what the same region adds, half of it for the same province; too little to lift anybody over another trade
 */
public record MatchRules(double trade, double words, double meaning, double bar, double declined, double near) {
    public MatchRules {
        if (trade < 0 || words < 0 || meaning < 0 || Math.abs(trade + words + meaning - 1) > 1e-9)
            throw new IllegalArgumentException("weights are shares of one: " + trade + " " + words + " " + meaning);
        if (!(bar > 0 && bar < 1 && declined > 0 && declined <= 1 && near >= 0 && near < bar))
            throw new IllegalArgumentException("out of range: bar " + bar + " declined " + declined + " near " + near);
    }

    MatchRules withBar(double other) {
        return new MatchRules(trade, words, meaning, other, declined, near);
    }

    public static MatchRules shipped() {
        Properties values = new Properties();
        try (InputStream file = Objects.requireNonNull(
                MatchRules.class.getResourceAsStream("/trade/matching.properties"), "matching.properties")) {
            values.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a packed file cannot be read", e);
        }
        return new MatchRules(
                value(values, "trade"),
                value(values, "words"),
                value(values, "meaning"),
                value(values, "bar"),
                value(values, "declined"),
                value(values, "near"));
    }

    private static double value(Properties values, String name) {
        return Double.parseDouble(Objects.requireNonNull(values.getProperty(name), name));
    }
}
