package io.jiangwen.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns text into the terms that the lexical leg of a search compares; questions and passages go through the same one.
 * Traditional characters count as simplified ones.
 *
 * <p>Han text gives words (smartcn) and, beside them, bigrams with the prefix {@link #BIGRAM}: {@code 振纹} and
 * {@code b:振纹} are different terms. Other text gives English stems. Model numbers and quantities stay whole and are
 * normalised, followed at the same position by their leading parts ({@code 6205-2rs}, {@code 6205}). Punctuation,
 * function words and the words people ask with give nothing. Thread-safe.
 */
public final class LexicalAnalyzer {
    /** What a bigram's term begins with, and no other term does. */
    public static final String BIGRAM = "b:";

    /** Han text beyond the basic plane is cut by characters: the analyser would cut their halves. */
    private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9FFF々〇]+|\\p{IsHan}");

    /** A number alone or with a unit is how much, not which. */
    private static final Pattern WHICH = Pattern.compile("(?=.*\\d)(?:[a-z].*|\\d+[-/].*[a-z].*|\\d+[a-z]+\\d.*)");

    private final HanWords hanWords = new HanWords();
    private final LatinWords latinWords = new LatinWords();

    public LexicalAnalyzer() {}

    /**
     * Whether a term names one thing among its like: a standard, a model, a thread, a grade. Quantities, such as
     * {@code 0.02mm}, and plain numbers do not.
     */
    public static boolean isDesignation(String term) {
        return !term.startsWith(BIGRAM) && WHICH.matcher(term).matches();
    }

    /** In order of position; positions count from 1 to 16,383 at most, terms have at most 200 characters. */
    public List<Lexeme> lexemes(String text) {
        String folded = Simplified.of(Designations.fold(text));
        Lexemes lexemes = new Lexemes();
        int read = 0;
        for (Designation designation : Designations.in(folded)) {
            words(folded.substring(read, designation.range().start()), lexemes);
            lexemes.together(designation.terms());
            read = designation.range().end();
        }
        words(folded.substring(read), lexemes);
        return lexemes.toList();
    }

    private void words(String text, Lexemes lexemes) {
        Matcher han = HAN.matcher(text);
        int read = 0;
        while (han.find()) {
            lexemes.follow(latinWords.stems(text.substring(read, han.start())));
            run(han.group(), lexemes);
            read = han.end();
        }
        lexemes.follow(latinWords.stems(text.substring(read)));
    }

    private void run(String run, Lexemes lexemes) {
        if (Character.isSurrogate(run.charAt(0))) {
            lexemes.follow(List.of(run));
            return;
        }
        HanWords.Cut cut = hanWords.cut(run);
        lexemes.sideBySide(
                cut.words(), cut.bigrams().stream().map(BIGRAM::concat).toList());
    }
}
