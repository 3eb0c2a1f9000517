package io.jiangwen.text;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

/**
 * Folds traditional Chinese characters to simplified ones for search, by ICU's {@code Traditional-Simplified}; what is
 * shown stays as it was written. Models and analysers know simplified characters best: on traditional questions and
 * passages this raised recall of both legs.
 */
public final class Simplified {
    private static final Transliterator FOLD = Transliterator.getInstance("Traditional-Simplified");

    /** What the rules change; most texts have nothing of it, and cost one look at each character. */
    private static final UnicodeSet TRADITIONAL = changed();

    private Simplified() {}

    /** The same text in simplified characters; the same object where there is nothing to fold. Thread-safe. */
    public static String of(String text) {
        return TRADITIONAL.containsNone(text) ? text : FOLD.transliterate(text);
    }

    /** The rules' own set of sources has simplified characters too, where a rule looks at what stands beside. */
    private static UnicodeSet changed() {
        UnicodeSet changed = new UnicodeSet();
        for (String character : FOLD.getSourceSet()) {
            if (!FOLD.transliterate(character).equals(character)) changed.add(character);
        }
        return changed.freeze();
    }
}
