package io.jiangwen.evaluation;

import io.jiangwen.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two texts say nearly the same: of their sets of four neighbouring letters or digits at least half are common,
 * or four fifths of the smaller one's, where that has 40. Pure.
 */
final class Likeness {
    private static final int GRAM = 4;
    private static final double COMMON = 0.5;
    private static final double INSIDE = 0.8;
    private static final int LEAST = 40;

    private final Set<String> grams;

    Likeness(String text) {
        this.grams = grams(text);
    }

    boolean saysNearlyTheSameAs(String text) {
        Set<String> other = grams(text);
        int smaller = Math.min(grams.size(), other.size());
        int common = 0;
        for (String gram : other) if (grams.contains(gram)) common++;
        if (common == 0) return false;
        boolean overlapping = common >= COMMON * (grams.size() + other.size() - common);
        return overlapping || (smaller >= LEAST && common >= INSIDE * smaller);
    }

    private static Set<String> grams(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.fold(text).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        Set<String> grams = new HashSet<>();
        for (int at = 0; at + GRAM <= letters.length(); at++) grams.add(letters.substring(at, at + GRAM));
        return grams;
    }
}
