package io.jiangwen.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of a sentence's meaning its passages have. Across languages the last four are 0.
 *
 * @param covered share of its weighted content words that are there, in [0, 1]
 * @param missing weight of the words that are not
 * @param worst share of the words of a clause that the one clause has which speaks of the same; of the clause that
 *     does worst
 * @param swapped how much words in place of others, with the same words around them, differ from those: 0 for none
 * @param cosine greatest cosine with a sentence of the passages
 * @param tokens mean, over its tokens, of the greatest cosine with a token there
 * @param lowest the same of the least found tokens
 */
public record Signs(
        double covered, double missing, double worst, double swapped, double cosine, double tokens, double lowest) {
    /** By name, in a fixed order. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("covered", covered);
        named.put("missing", missing);
        named.put("worst", worst);
        named.put("swapped", swapped);
        named.put("cosine", cosine);
        named.put("tokens", tokens);
        named.put("lowest", lowest);
        return named;
    }

    /** Whether nothing of the evidence is in the sentence's language, so that models could compare nothing. */
    public boolean areAcrossLanguages() {
        return cosine == 0 && tokens == 0;
    }
}
