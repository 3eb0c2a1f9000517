package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Puts the terms of a question into the other language, by whatever a dictionary has: first phrases of three words, then
 * of two, then single words. Words it does not know stay as they are. Pure.
 */
final class Translator {
    private static final int LONGEST_PHRASE = 3;

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();
    private final Function<String, List<String>> toChinese;
    private final Function<String, List<String>> toEnglish;

    /**
     * @param toChinese by stems joined with a blank
     * @param toEnglish by a Chinese word
     */
    Translator(Function<String, List<String>> toChinese, Function<String, List<String>> toEnglish) {
        this.toChinese = toChinese;
        this.toEnglish = toEnglish;
    }

    /** The terms of a question asked in {@code from}, in order, with what they may be called in the other language. */
    List<Rendering> renderings(String question, Language from) {
        List<String> words = analyzer.lexemes(question).stream()
                .map(Lexeme::term)
                .filter(term -> !term.startsWith(LexicalAnalyzer.BIGRAM))
                .toList();
        String joint = from == Language.EN ? " " : "";
        Function<String, List<String>> dictionary = from == Language.EN ? toChinese : toEnglish;
        List<Rendering> renderings = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Rendering longest = longest(words, at, joint, dictionary);
            renderings.add(longest);
            at += longest.asked().size();
        }
        return renderings;
    }

    private Rendering longest(List<String> words, int at, String joint, Function<String, List<String>> dictionary) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            List<String> phrase = words.subList(at, at + length);
            List<String> found = dictionary.apply(String.join(joint, phrase));
            if (!found.isEmpty()) return new Rendering(phrase, offers(found));
        }
        return new Rendering(List.of(words.get(at)), List.of());
    }

    private List<Rendering.Offer> offers(List<String> found) {
        List<Rendering.Offer> offers = new ArrayList<>();
        for (String text : found) {
            List<String> lexemes =
                    analyzer.lexemes(text).stream().map(Lexeme::term).distinct().toList();
            if (!lexemes.isEmpty()) offers.add(new Rendering.Offer(text, lexemes));
        }
        return offers;
    }
}
