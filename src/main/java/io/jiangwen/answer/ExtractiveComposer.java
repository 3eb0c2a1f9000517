package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.Terms;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers without a chat model: picks sentences of the best passages, word for word, and keeps those of one article in
 * their order. Pure.
 */
final class ExtractiveComposer {
    /** A passage this far below the best one is not quoted. */
    private static final double NEAR_THE_BEST = 0.5;
    /** Sentences beside those of the best passage must have this share of the question's weighted words. */
    private static final double RELEVANT = 0.2;
    /** The passage found first gives most of the answer. */
    private static final double FIRST_PASSAGE_SHARE = 0.75;

    private static final Pattern QUESTION = Pattern.compile("[?？]\\s*$");
    private static final Pattern WORDINGS = Pattern.compile("(^|> )(问法|Wordings)$");

    private final AnswerConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    ExtractiveComposer(AnswerConfig config) {
        this.config = config;
    }

    private record Candidate(Passage passage, TextRange range, double value, boolean first, int article) {
        String text() {
            return range.of(passage.text());
        }
    }

    /** At most as many sentences as configured; none when no passage has any. */
    List<SourcedSentence> compose(SearchResult found) {
        List<Candidate> candidates = candidates(found);
        int most = config.sentences();
        List<Candidate> chosen = new ArrayList<>(candidates.stream()
                .filter(Candidate::first)
                .sorted(Comparator.comparingDouble(Candidate::value).reversed())
                .limit(Math.round(most * FIRST_PASSAGE_SHARE))
                .toList());
        candidates.stream()
                .filter(candidate -> !candidate.first() && candidate.value() >= RELEVANT)
                .sorted(Comparator.comparingDouble(Candidate::value).reversed())
                .limit(most - chosen.size())
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(Candidate::article)
                .thenComparingInt(c -> c.passage().range().start() + c.range().start()));
        Set<String> said = new HashSet<>();
        return chosen.stream()
                .filter(candidate -> said.add(candidate.text()))
                .map(candidate -> new SourcedSentence(
                        candidate.text(), List.of(new SourcedSentence.Source(candidate.passage(), candidate.range()))))
                .toList();
    }

    private List<Candidate> candidates(SearchResult found) {
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Integer> articles = new LinkedHashMap<>();
        double best =
                found.hits().isEmpty() ? 0 : found.hits().getFirst().evidence().score();
        boolean first = true;
        for (Hit hit : found.hits()) {
            Passage passage = hit.passage();
            if (hit.evidence().score() < best * NEAR_THE_BEST) continue;
            if (WORDINGS.matcher(passage.headingPath()).find()) continue;
            int article = articles.computeIfAbsent(passage.article(), id -> articles.size());
            boolean some = false;
            for (TextRange range : Sentences.split(passage.text())) {
                String sentence = range.of(passage.text());
                if (QUESTION.matcher(sentence).find()) continue;
                candidates.add(new Candidate(passage, range, relevance(sentence, found.termWeights()), first, article));
                some = true;
            }
            if (some) first = false;
        }
        return candidates;
    }

    private double relevance(String sentence, Map<String, Double> weights) {
        return Terms.contentTerms(analyzer.lexemes(sentence)).stream()
                .mapToDouble(term -> weights.getOrDefault(term, 0.0))
                .sum();
    }
}
