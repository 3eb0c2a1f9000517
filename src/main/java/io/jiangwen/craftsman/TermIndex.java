package io.jiangwen.craftsman;

import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Simplified;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what has a name in a text: Chinese names as they stand, the longest first; other names by the stems of their
 * words. Filled once, then read by any number of threads.
 */
final class TermIndex<T> {
    private static final int LONGEST_NAME = 14;
    private static final int LONGEST_PHRASE = 4;

    private final LexicalAnalyzer analyzer;
    private final Map<String, T> chinese = new HashMap<>();
    private final Map<String, T> stems = new HashMap<>();

    TermIndex(LexicalAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** A name that is taken already keeps its meaning. */
    void add(String name, T meaning) {
        String folded = fold(name);
        if (isHan(folded)) {
            if (folded.length() > 1 && folded.length() <= LONGEST_NAME) chinese.putIfAbsent(folded, meaning);
            return;
        }
        List<String> words = words(folded);
        if (!words.isEmpty() && words.size() <= LONGEST_PHRASE) stems.putIfAbsent(String.join(" ", words), meaning);
    }

    /** Each once, in the order of the text. */
    Set<T> in(String text) {
        Set<T> found = new LinkedHashSet<>();
        String folded = fold(text);
        for (int at = 0; at < folded.length(); ) at += nameAt(folded, at, found);
        List<String> words = words(folded);
        for (int at = 0; at < words.size(); ) at += phraseAt(words, at, found);
        return found;
    }

    private int nameAt(String text, int at, Set<T> found) {
        for (int length = Math.min(LONGEST_NAME, text.length() - at); length > 1; length--) {
            T meaning = chinese.get(text.substring(at, at + length));
            if (meaning != null) {
                found.add(meaning);
                return length;
            }
        }
        return 1;
    }

    private int phraseAt(List<String> words, int at, Set<T> found) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            T meaning = stems.get(String.join(" ", words.subList(at, at + length)));
            if (meaning != null) {
                found.add(meaning);
                return length;
            }
        }
        return 1;
    }

    private List<String> words(String text) {
        return analyzer.lexemes(text).stream()
                .map(Lexeme::term)
                .filter(term -> !term.startsWith(LexicalAnalyzer.BIGRAM) && !isHan(term))
                .toList();
    }

    private static String fold(String text) {
        return Simplified.of(Normalizer.fold(text.replace('_', ' ')));
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
