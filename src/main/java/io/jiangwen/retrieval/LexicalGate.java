package io.jiangwen.retrieval;

import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.TsVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passages are worth scoring, as a {@code tsquery}: those with a rare term, and of the common ones those with two
 * at once, as long as few enough are expected. So a search costs the same whatever is asked.
 *
 * @param query what a passage must match
 * @param complete whether everything matches that has any term of the question
 */
record LexicalGate(String query, boolean complete) {
    /** Pairs are made of so many of the common words, the rarest of them. */
    private static final int PAIRED = 6;

    private record Pair(String one, String other, double expected) {
        String query() {
            return "(" + TsVector.quoted(one) + " & " + TsVector.quoted(other) + ")";
        }
    }

    /** Everything with any of the terms. */
    static LexicalGate open(QueryTerms terms) {
        return new LexicalGate(terms.lexemes().stream().map(TsVector::quoted).collect(Collectors.joining(" | ")), true);
    }

    /** @param bound how many passages may be expected to match */
    static LexicalGate rareFirst(QueryTerms terms, CorpusCounts counts, int bound) {
        List<String> byRarity = terms.lexemes().stream()
                .sorted(Comparator.comparingInt(counts::frequency))
                .toList();
        List<String> open = new ArrayList<>();
        double expected = 0;
        int rare = 0;
        for (; rare < byRarity.size(); rare++) {
            expected += counts.frequency(byRarity.get(rare));
            if (expected > bound) break;
            open.add(TsVector.quoted(byRarity.get(rare)));
        }
        if (rare == byRarity.size()) return open(terms);
        double room = bound - (expected - counts.frequency(byRarity.get(rare)));
        List<Pair> pairs = pairs(byRarity.subList(rare, byRarity.size()), counts);
        for (Pair pair : pairs) {
            room -= pair.expected();
            if (room >= 0 || open.isEmpty()) open.add(pair.query());
        }
        if (open.isEmpty()) open.add(TsVector.quoted(byRarity.getFirst()));
        return new LexicalGate(String.join(" | ", open), false);
    }

    /** Fewest expected first, as if words occurred independently. A bigram that is a word is no second word. */
    private static List<Pair> pairs(List<String> common, CorpusCounts counts) {
        Set<String> seen = new HashSet<>();
        List<String> words = common.stream()
                .filter(lexeme -> seen.add(
                        lexeme.startsWith(LexicalAnalyzer.BIGRAM)
                                ? lexeme.substring(LexicalAnalyzer.BIGRAM.length())
                                : lexeme))
                .limit(PAIRED)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                double expected = (double) counts.frequency(words.get(i))
                        * counts.frequency(words.get(j))
                        / Math.max(1, counts.passages());
                pairs.add(new Pair(words.get(i), words.get(j), expected));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::expected));
        return pairs;
    }
}
