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

    private static final Pattern CLAUSE_END = Pattern.compile("[，,；;。！？!?\\n]|\\.(?=\\s|$)");

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
        if (turnsADenial(sentence, joined)) return false;
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

    /**
     * Whether a clause of the sentence denies what the clauses closest to it affirm, or affirms what they deny. Clause by
     * clause, for a passage denies many things.
     */
    private boolean turnsADenial(String sentence, String evidence) {
        List<String> known = clauses(evidence);
        for (String clause : clauses(sentence)) {
            Set<String> words = words(clause);
            double most = known.stream()
                    .mapToDouble(other -> closeness(words, other))
                    .max()
                    .orElse(0);
            if (most == 0) continue;
            boolean agrees = known.stream()
                    .filter(other -> closeness(words, other) == most)
                    .anyMatch(other -> denies(other) == denies(clause));
            if (!agrees) return true;
        }
        return false;
    }

    private static List<String> clauses(String text) {
        return CLAUSE_END
                .splitAsStream(text)
                .filter(clause -> !clause.isBlank())
                .toList();
    }

    private Set<String> words(String text) {
        return Terms.contentTerms(analyzer.lexemes(text));
    }

    /** Jaccard index of the words: a short clause that says just this is closer than a long one that also says it. */
    private double closeness(Set<String> words, String clause) {
        Set<String> others = words(clause);
        long shared = others.stream().filter(words::contains).count();
        return shared == 0 ? 0 : shared / (double) (words.size() + others.size() - shared);
    }

    private static boolean denies(String text) {
        return NEGATION.matcher(Normalizer.fold(text)).find();
    }

    private static String normal(String text) {
        return Normalizer.fold(text).replaceAll("\\s+", "");
    }
}
