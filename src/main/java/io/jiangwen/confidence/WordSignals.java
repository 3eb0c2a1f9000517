package io.jiangwen.confidence;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.Terms;
import io.jiangwen.text.TextRange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the question's words the first passage has, and whether one sentence has them together. */
final class WordSignals {
    /** Passages whose words are compared with the first one's. */
    private static final int POOL = 5;

    private WordSignals() {}

    static Map<String, Double> of(Question question, SearchResult found, LexicalAnalyzer analyzer) {
        Map<String, Double> weights = found.termWeights();
        Passage first = found.hits().getFirst().passage();
        Set<String> head = words(first.title() + "\n" + first.headingPath(), analyzer);
        Set<String> all = words(first.text(), analyzer);
        all.addAll(head);
        List<String> byWeight = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        double coverage = share(all, weights);
        Map<String, Double> values = new HashMap<>();
        values.put("coverage", coverage);
        values.put("line", question.line().equals(question.text()) ? coverage : line(question, weights, all, analyzer));
        values.put("rarest", has(all, byWeight, 0));
        values.put("second_rarest", has(all, byWeight, 1));
        values.put(
                "heaviest_missing",
                byWeight.stream()
                        .filter(word -> !all.contains(word))
                        .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                        .max()
                        .orElse(0));
        values.put(
                "counted",
                byWeight.isEmpty() ? 0 : byWeight.stream().filter(all::contains).count() / (double) byWeight.size());
        values.put("title", share(head, weights));
        values.put("one_sentence", oneSentence(first, head, weights, analyzer));
        values.put("elsewhere", elsewhere(found.hits(), weights, analyzer) - coverage);
        values.put("words", Math.log1p(byWeight.size()));
        values.put("length", Math.log1p(first.text().length()));
        return values;
    }

    /** The same share of what was typed, without what earlier questions of the thread bring along. */
    private static double line(
            Question question, Map<String, Double> weights, Set<String> all, LexicalAnalyzer analyzer) {
        Map<String, Double> typed = new HashMap<>(weights);
        typed.keySet().retainAll(words(question.line(), analyzer));
        double whole = share(typed.keySet(), typed);
        return whole > 0 ? share(all, typed) / whole : 0;
    }

    /** What the best sentence has, the title counting for each of them. */
    private static double oneSentence(
            Passage passage, Set<String> head, Map<String, Double> weights, LexicalAnalyzer analyzer) {
        double best = 0;
        for (TextRange range : Sentences.split(passage.text())) {
            Set<String> words = words(range.of(passage.text()), analyzer);
            words.addAll(head);
            best = Math.max(best, share(words, weights));
        }
        return best;
    }

    /** What the best of the following passages has. */
    private static double elsewhere(List<Hit> hits, Map<String, Double> weights, LexicalAnalyzer analyzer) {
        return hits.stream()
                .skip(1)
                .limit(POOL)
                .mapToDouble(hit -> share(
                        words(
                                hit.passage().title() + "\n" + hit.passage().headingPath() + "\n"
                                        + hit.passage().text(),
                                analyzer),
                        weights))
                .max()
                .orElse(0);
    }

    private static double has(Set<String> words, List<String> byWeight, int index) {
        return index >= byWeight.size() || words.contains(byWeight.get(index)) ? 1 : 0;
    }

    /** Summed in one order always: the last digits must not depend on the process. */
    private static double share(Set<String> words, Map<String, Double> weights) {
        return weights.entrySet().stream()
                .filter(weight -> words.contains(weight.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sorted()
                .sum();
    }

    private static Set<String> words(String text, LexicalAnalyzer analyzer) {
        return new HashSet<>(Terms.contentTerms(analyzer.lexemes(text)));
    }
}
