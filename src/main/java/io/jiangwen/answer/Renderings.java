package io.jiangwen.answer;

import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Terms;
import java.util.Set;

/** Finds English renderings of a Chinese word among stems. */
final class Renderings {
    private static final LexicalAnalyzer ANALYZER = new LexicalAnalyzer();

    private Renderings() {}

    /** Whether all words of {@code rendering} are among the stems. */
    static boolean isIn(String rendering, Set<String> stems) {
        Set<String> words = Terms.contentTerms(ANALYZER.lexemes(rendering));
        return !words.isEmpty() && stems.containsAll(words);
    }
}
