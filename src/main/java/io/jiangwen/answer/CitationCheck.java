package io.jiangwen.answer;

import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Quantities;
import io.jiangwen.text.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether passages support a sentence: its numbers, units and model names must occur there, it must not deny
 * what they say, and most of its content words must be theirs. Pure; the same check for every composer.
 */
final class CitationCheck {
    private static final Pattern NEGATION = Pattern.compile(
            "不得|不要|不能|不可|不宜|不应|不准|严禁|禁止|切勿|勿|没有|无需|不必|不是|不|无法|\\b(not|never|no|without|cannot|don't|doesn't|must not|avoid)\\b");

    private final AnswerConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    CitationCheck(AnswerConfig config) {
        this.config = config;
    }

    /** @param evidence texts of the passages that the sentence names; none support nothing */
    boolean supports(String sentence, List<String> evidence) {
        String joined = String.join("\n", evidence);
        if (joined.isBlank() || sentence.isBlank()) return false;
        if (normal(joined).contains(normal(sentence))) return true;
        if (!Quantities.missing(sentence, joined).isEmpty()) return false;
        if (denies(sentence) && !denies(joined)) return false;
        Set<String> words = Terms.contentTerms(analyzer.lexemes(sentence));
        if (words.isEmpty()) return false;
        Set<String> known = Terms.contentTerms(analyzer.lexemes(joined));
        Set<String> shared = new HashSet<>(words);
        shared.retainAll(known);
        return shared.size() >= config.supportedWords() * words.size() && known.containsAll(names(words));
    }

    /** Words with a digit or in capitals name models, grades and materials: each must be in the passage. */
    private static Set<String> names(Set<String> words) {
        Set<String> names = new HashSet<>();
        for (String word : words) {
            if (word.chars().anyMatch(Character::isDigit)) names.add(word);
        }
        return names;
    }

    private static boolean denies(String text) {
        return NEGATION.matcher(Normalizer.fold(text)).find();
    }

    private static String normal(String text) {
        return Normalizer.fold(text).replaceAll("\\s+", "");
    }
}
