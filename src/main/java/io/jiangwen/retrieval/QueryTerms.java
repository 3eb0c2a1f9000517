package io.jiangwen.retrieval;

import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The lexemes of a question with their weights. Words and character bigrams are weighed apart, so that neither analyser
 * drowns the other; within each, a term counts by its inverse document frequency.
 */
record QueryTerms(List<String> terms, List<Double> weights, Map<String, Double> words) {
    /** Enough for any question; a pasted page is cut here. */
    private static final int MOST_TERMS = 128;

    /**
     * @param passages number of passages there are
     * @param frequency in how many of them a term occurs; a term not in it is taken to be rare
     */
    static QueryTerms weigh(List<Lexeme> lexemes, long passages, Map<String, Integer> frequency) {
        Set<String> distinct = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) {
            if (distinct.size() < MOST_TERMS) distinct.add(lexeme.term());
        }
        List<String> terms = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Map<String, Double> words = new HashMap<>();
        List<Predicate<String>> groups = List.of(term -> !isBigram(term), QueryTerms::isBigram);
        long used = groups.stream()
                .filter(group -> distinct.stream().anyMatch(group))
                .count();
        for (Predicate<String> group : groups) {
            List<String> members = distinct.stream().filter(group).toList();
            double total = members.stream()
                    .mapToDouble(t -> idf(t, passages, frequency))
                    .sum();
            for (String member : members) {
                double share = idf(member, passages, frequency) / total;
                terms.add(member);
                weights.add(share / used);
                if (!isBigram(member)) words.put(member, share);
            }
        }
        return new QueryTerms(List.copyOf(terms), List.copyOf(weights), Map.copyOf(words));
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    private static boolean isBigram(String term) {
        return term.startsWith(LexicalAnalyzer.BIGRAM);
    }

    /** The idf of BM25 (Robertson and Zaragoza 2009), which stays positive. */
    private static double idf(String term, long passages, Map<String, Integer> frequency) {
        double with = Math.min(frequency.getOrDefault(term, 0), passages);
        return Math.log(1 + (passages - with + 0.5) / (with + 0.5));
    }
}
