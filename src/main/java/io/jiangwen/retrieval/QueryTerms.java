package io.jiangwen.retrieval;

import io.jiangwen.text.LexicalAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of a question with their weights, which sum to 1: a term counts by its inverse document frequency.
 *
 * @param words weight of each content word, summing to 1; of a term that no passage puts as it was asked the words of
 *     the commonest wording
 */
record QueryTerms(List<Weighed> terms, Map<String, Double> words) {
    /** Enough for any question; of a pasted page the rarest terms count. */
    private static final int MOST_TERMS = 64;

    /** Among them at most so many that no public passage has. */
    private static final int MOST_UNKNOWN = 24;

    QueryTerms {
        terms = List.copyOf(terms);
        words = Map.copyOf(words);
    }

    /**
     * A term and its weight.
     *
     * @param alternatives the lexemes of each way to put it, with their shares of the weight
     */
    record Weighed(double weight, List<Map<String, Double>> alternatives) {
        Weighed {
            alternatives = List.copyOf(alternatives);
        }
    }

    static QueryTerms weigh(List<AskedTerm> asked, CorpusCounts counts) {
        List<AskedTerm> kept = limited(new ArrayList<>(new LinkedHashSet<>(asked)), counts);
        double total = kept.stream().mapToDouble(term -> mass(term, counts)).sum();
        List<Weighed> terms = new ArrayList<>();
        for (AskedTerm term : kept) {
            List<Map<String, Double>> alternatives = term.alternatives().stream()
                    .map(alternative -> shares(alternative, counts))
                    .distinct()
                    .toList();
            terms.add(new Weighed(mass(term, counts) / total, alternatives));
        }
        return new QueryTerms(terms, words(kept, counts));
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** All lexemes that a passage may be found by. */
    Set<String> lexemes() {
        Set<String> lexemes = new LinkedHashSet<>();
        terms.forEach(term -> term.alternatives().forEach(alternative -> lexemes.addAll(alternative.keySet())));
        return lexemes;
    }

    private static List<AskedTerm> limited(List<AskedTerm> asked, CorpusCounts counts) {
        if (asked.size() <= MOST_TERMS) return asked;
        List<AskedTerm> known = new ArrayList<>();
        List<AskedTerm> unknown = new ArrayList<>();
        for (AskedTerm term : asked) (occurs(term, counts) ? known : unknown).add(term);
        known.sort(Comparator.comparingDouble((AskedTerm term) -> mass(term, counts))
                .reversed());
        List<AskedTerm> kept = new ArrayList<>(unknown.subList(0, Math.min(MOST_UNKNOWN, unknown.size())));
        kept.addAll(known.subList(0, Math.min(MOST_TERMS - kept.size(), known.size())));
        return kept;
    }

    private static boolean occurs(AskedTerm term, CorpusCounts counts) {
        return term.alternatives().stream().anyMatch(alternative -> occurs(alternative, counts));
    }

    private static boolean occurs(List<String> alternative, CorpusCounts counts) {
        return alternative.stream().allMatch(lexeme -> counts.frequency(lexeme) > 0);
    }

    /** That of the commonest way to put it: whoever asks for a rare wording of a common thing asks for a common thing. */
    private static double mass(AskedTerm term, CorpusCounts counts) {
        return mass(commonest(term, counts), counts);
    }

    private static double mass(List<String> alternative, CorpusCounts counts) {
        return alternative.stream().distinct().mapToDouble(counts::rarity).sum();
    }

    private static List<String> commonest(AskedTerm term, CorpusCounts counts) {
        return term.alternatives().stream()
                .filter(alternative -> occurs(alternative, counts))
                .min(Comparator.comparingDouble(alternative -> mass(alternative, counts)))
                .orElse(term.alternatives().getFirst());
    }

    private static Map<String, Double> shares(List<String> alternative, CorpusCounts counts) {
        double total = mass(alternative, counts);
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String lexeme : alternative) shares.put(lexeme, counts.rarity(lexeme) / total);
        return shares;
    }

    private static Map<String, Double> words(List<AskedTerm> asked, CorpusCounts counts) {
        Map<String, Double> words = new HashMap<>();
        for (AskedTerm term : asked) {
            List<String> own = term.alternatives().getFirst();
            for (String lexeme : occurs(own, counts) ? own : commonest(term, counts)) {
                if (!lexeme.startsWith(LexicalAnalyzer.BIGRAM)) words.put(lexeme, counts.rarity(lexeme));
            }
        }
        double total = words.values().stream().mapToDouble(Double::doubleValue).sum();
        words.replaceAll((word, rarity) -> rarity / total);
        return words;
    }
}
