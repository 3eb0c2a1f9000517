package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import java.util.Map;

/**
 * What is counted over the public passages, as of some seconds ago.
 *
 * @param frequency in how many passages a lexeme occurs; one that is not in it occurs in none
 * @param sizes by language; none where there are no passages
 */
record CorpusCounts(Map<String, Integer> frequency, Map<Language, Size> sizes) {
    CorpusCounts {
        frequency = Map.copyOf(frequency);
        sizes = Map.copyOf(sizes);
    }

    /**
     * @param passages how many there are
     * @param lexemes how many they have together
     */
    record Size(long passages, long lexemes) {}

    long passages() {
        return sizes.values().stream().mapToLong(Size::passages).sum();
    }

    /** Passages in this language. */
    long passages(Language language) {
        Size size = sizes.get(language);
        return size == null ? 0 : size.passages();
    }

    /** Lexemes of an average passage in this language; 1 where nothing is counted yet. */
    double averageLength(Language language) {
        Size size = sizes.get(language);
        return size == null || size.passages() == 0 ? 1 : Math.max(1, (double) size.lexemes() / size.passages());
    }

    int frequency(String lexeme) {
        return frequency.getOrDefault(lexeme, 0);
    }

    /** The idf of BM25 (Robertson and Zaragoza 2009), which stays positive. */
    double rarity(String lexeme) {
        double all = passages();
        double with = Math.min(frequency(lexeme), all);
        return Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }
}
