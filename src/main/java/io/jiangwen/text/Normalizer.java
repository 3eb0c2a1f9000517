package io.jiangwen.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes texts comparable and what people type harmless. */
public final class Normalizer {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\s\\u0085]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\p{Z}]+");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212\\u2043]");
    private static final Pattern TILDE = Pattern.compile("[\\u223C\\u301C\\u02DC]");
    private static final Pattern TIMES = Pattern.compile("(?<=\\d) ?[\\u00D7\\u2715\\u2716x*] ?(?=\\d)");

    /** The zero-width joiner holds emoji such as 👨‍🏭 together; the other format characters only hide text. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t\\u200D]]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern BLANK_RUN = Pattern.compile("[\\t\\p{Zs}]{2,}|[\\p{Zs}&&[^ ]]");
    private static final Pattern AROUND_LINE_END = Pattern.compile("[\\t ]+(?=\\n)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private Normalizer() {}

    /**
     * The form in which texts are searched: NFKC (full-width becomes half-width), lower case, every dash {@code -},
     * every times sign between digits {@code x}, invisible characters gone, blanks and line ends one blank, trimmed.
     * Folding twice changes nothing.
     */
    public static String fold(String text) {
        // Lower-casing and removing characters can undo a normal form, and the other way round: repeat until settled.
        String before = text;
        String folded = foldOnce(text);
        while (!folded.equals(before)) {
            before = folded;
            folded = foldOnce(folded);
        }
        return folded;
    }

    private static String foldOnce(String text) {
        String folded = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        folded = INVISIBLE.matcher(folded).replaceAll("");
        folded = BLANKS.matcher(folded).replaceAll(" ").strip();
        folded = DASH.matcher(folded).replaceAll("-");
        folded = TILDE.matcher(folded).replaceAll("~");
        return TIMES.matcher(folded).replaceAll("x");
    }

    /**
     * What a person typed, without control and hidden characters and lone surrogates, trimmed, runs of blanks one
     * blank, at most one empty line in a row. Line ends become {@code \n}; tabs between words and emoji stay.
     */
    public static String clean(String text) {
        String cleaned = LINE_END.matcher(text).replaceAll("\n");
        cleaned = UNWANTED.matcher(cleaned).replaceAll("");
        cleaned = BLANK_RUN.matcher(cleaned).replaceAll(" ");
        cleaned = AROUND_LINE_END.matcher(cleaned).replaceAll("");
        return EMPTY_LINES.matcher(cleaned).replaceAll("\n\n").strip();
    }
}
