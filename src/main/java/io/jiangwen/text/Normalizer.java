package io.jiangwen.text;

import java.util.Locale;

/** Makes texts comparable. */
public final class Normalizer {
    private Normalizer() {}

    /** The form in which texts are searched: half-width, lower case, one dash, no invisible characters. */
    public static String fold(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Pd}", "-");
    }

    /** What a person typed without control characters, lone surrogates and runs of blanks; line ends and emoji stay. */
    public static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", "")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }
}
