package io.jiangwen.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns text into the terms that the lexical leg of a search compares. Thread-safe. */
public final class LexicalAnalyzer {
    public LexicalAnalyzer() {}

    /** The terms of {@code text} in order; positions count from 1. */
    public List<Lexeme> lexemes(String text) {
        List<Lexeme> lexemes = new ArrayList<>();
        for (String word : Normalizer.fold(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && word.length() <= 200 && lexemes.size() < 16383)
                lexemes.add(new Lexeme(word, lexemes.size() + 1));
        }
        return List.copyOf(lexemes);
    }
}
