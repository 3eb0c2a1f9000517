package io.jiangwen.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One full stop {@code .} at {@code at}, in the sentence that starts at {@code from} of a line that ends at
 * {@code to}: it ends the sentence unless it belongs to a number, a version, an ordinal or an abbreviation.
 */
record Period(String text, int from, int at, int to) {
    private static final Set<String> ALWAYS =
            Set.of("vs", "dr", "mr", "mrs", "ms", "prof", "al", "cf", "st", "fig", "figs");
    private static final Set<String> BEFORE_NUMBERS = Set.of(
            "no", "nos", "eq", "eqs", "approx", "sec", "ch", "vol", "p", "pp", "ref", "refs", "art", "max", "min",
            "dia", "ca", "rev", "temp", "qty", "tol", "ser", "mod", "para", "cl");
    private static final Pattern INITIALS = Pattern.compile("(?:[a-z]\\.)*[a-z]");
    private static final int LONGEST_WORD = 12;

    boolean endsSentence() {
        if (at + 1 >= to) return true;
        if (at == from || text.charAt(at + 1) == '.') return false;
        char next = text.charAt(at + 1);
        char before = text.charAt(at - 1);
        if (isHan(before)) return !Character.isDigit(next);
        int after = at + 1;
        while (after < to && Brackets.isCloser(text.charAt(after))) after++;
        if (after == to) return true;
        if (!Blanks.isBlank(text.charAt(after)))
            return isHan(text.charAt(after)) && !Character.isDigit(before) && !abbreviates(text.charAt(after));
        int word = Blanks.trimStart(text, after, to);
        if (word == to) return true;
        char first = text.charAt(word);
        return !Character.isLowerCase(first) && !counts() && !abbreviates(first);
    }

    /** An ordinal such as "2. " at the start of a sentence. */
    private boolean counts() {
        if (at - from > 3) return false;
        for (int i = from; i < at; i++) if (!Character.isDigit(text.charAt(i))) return false;
        return true;
    }

    private boolean abbreviates(char next) {
        int start = at;
        while (start > from && at - start < LONGEST_WORD && isWordPart(text.charAt(start - 1))) start--;
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        return ALWAYS.contains(word)
                || INITIALS.matcher(word).matches()
                || (BEFORE_NUMBERS.contains(word) && (Character.isDigit(next) || "φΦ±<≤≥~".indexOf(next) >= 0));
    }

    private static boolean isWordPart(char c) {
        return c == '.' || (c < 0x80 && Character.isLetter(c));
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
