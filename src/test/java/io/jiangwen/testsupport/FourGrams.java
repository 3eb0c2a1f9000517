package io.jiangwen.testsupport;

import java.util.Locale;
import java.util.stream.LongStream;

/** The set of runs of four letters or digits of a text, in lower case and without whatever lies between them. */
public final class FourGrams {
    private static final int LENGTH = 4;

    /** Four UTF-16 units in one number each, ascending, each once. */
    private final long[] grams;

    private FourGrams(long[] grams) {
        this.grams = grams;
    }

    /** Those of {@code text}; none where it has fewer than four letters and digits. */
    public static FourGrams of(String text) {
        String letters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new FourGrams(LongStream.rangeClosed(0, letters.length() - LENGTH)
                .map(at -> packed(letters, (int) at))
                .sorted()
                .distinct()
                .toArray());
    }

    /** How many there are. */
    public int size() {
        return grams.length;
    }

    /** The share of these that {@code other} has too, in [0, 1]; 0 where there are none. */
    public double shareIn(FourGrams other) {
        return grams.length == 0 ? 0 : (double) common(other) / grams.length;
    }

    /** The share of the smaller of both sets that the larger one has too, in [0, 1]. */
    public double overlap(FourGrams other) {
        return size() <= other.size() ? shareIn(other) : other.shareIn(this);
    }

    private int common(FourGrams other) {
        int common = 0;
        for (int mine = 0, theirs = 0; mine < grams.length && theirs < other.grams.length; ) {
            int order = Long.compare(grams[mine], other.grams[theirs]);
            if (order == 0) common++;
            if (order <= 0) mine++;
            if (order >= 0) theirs++;
        }
        return common;
    }

    private static long packed(String letters, int at) {
        long gram = 0;
        for (int i = at; i < at + LENGTH; i++) gram = gram << Character.SIZE | letters.charAt(i);
        return gram;
    }
}
