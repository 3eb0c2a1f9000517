package io.jiangwen.retrieval;

/**
 * What speaks for a passage, each in [0, 1].
 *
 * @param cosine similarity of the embeddings; negative ones count as 0
 * @param lexical share of the question's words, weighted by rarity, that the passage has, with diminishing gain for
 *     repetition and a discount for length
 * @param fused weighted mean of both
 * @param score what decides the order: weighted mean of both and of what re-ranking sees. It means the same for every
 *     question
 */
public record Evidence(double cosine, double lexical, double fused, double score) {
    public Evidence {
        check(cosine);
        check(lexical);
        check(fused);
        check(score);
    }

    private static void check(double value) {
        if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException("not in [0, 1]: " + value);
    }
}
