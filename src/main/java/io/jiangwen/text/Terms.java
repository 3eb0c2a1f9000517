package io.jiangwen.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells words from the bigrams that accompany them. */
public final class Terms {
    private Terms() {}

    /** The words among {@code lexemes}, in order of first occurrence, without the bigrams. */
    public static Set<String> contentTerms(List<Lexeme> lexemes) {
        Set<String> words = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) if (!lexeme.term().startsWith(LexicalAnalyzer.BIGRAM)) words.add(lexeme.term());
        return words;
    }
}
