package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
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
import org.jspecify.annotations.Nullable;

/**
 * Answers without a chat model: quotes the passage that fits the way of asking from its beginning, and sentences of
 * other good passages that have the question's words; all word for word, those of one article in their order. Pure.
 */
final class ExtractiveComposer {
    /** A passage this far below the best one is not quoted. */
    private static final double NEAR_THE_BEST = 0.5;
    /** Another article than the first is quoted only from here on. */
    private static final double AS_GOOD_AS_THE_BEST = 0.85;
    /** A section of the kind asked for may be this much behind the best one and still lead. */
    private static final double FITTING_SECTION = 0.35;
    /** Sentences beside those of the leading passage must have this share of the question's weighted words. */
    private static final double RELEVANT = 0.2;
    /** Share of the answer that the leading passage may take. */
    private static final double LEADING_SHARE = 0.8;

    private static final Pattern QUESTION = Pattern.compile("[?？]\\s*$");
    private static final Pattern WORDINGS = Pattern.compile("(^|> )(问法|Wordings)$");
    private static final Pattern TABLE_HEAD = Pattern.compile("^\\s*\\|?[ \\t]*\\R[ \\t]*\\|?[ \\t]*:?-{2,}");

    private final AnswerConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    ExtractiveComposer(AnswerConfig config) {
        this.config = config;
    }

    /** @param article place of its article among those found */
    private record Candidate(Passage passage, TextRange range, double relevance, int article) {
        String text() {
            return range.of(passage.text());
        }

        int place() {
            return passage.range().start() + range.start();
        }
    }

    /** At most as many sentences as configured; none when no passage has any. */
    List<SourcedSentence> compose(Question question, SearchResult found) {
        List<Hit> hits = quotable(found);
        Passage leading = leading(question, hits);
        if (leading == null) return List.of();
        List<Candidate> candidates = candidates(hits, found.termWeights());
        List<Candidate> chosen = new ArrayList<>(candidates.stream()
                .filter(candidate -> candidate.passage().equals(leading))
                .limit(Math.round(config.sentences() * LEADING_SHARE))
                .toList());
        candidates.stream()
                .filter(candidate -> !candidate.passage().equals(leading) && candidate.relevance() >= RELEVANT)
                .sorted(Comparator.comparingDouble(Candidate::relevance).reversed())
                .limit(config.sentences() - chosen.size())
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(Candidate::article).thenComparingInt(Candidate::place));
        Set<String> said = new HashSet<>();
        return chosen.stream()
                .filter(candidate -> said.add(candidate.text()))
                .map(candidate -> new SourcedSentence(
                        candidate.text(), List.of(new SourcedSentence.Source(candidate.passage(), candidate.range()))))
                .toList();
    }

    private static List<Hit> quotable(SearchResult found) {
        if (found.hits().isEmpty()) return List.of();
        Hit best = found.hits().getFirst();
        return found.hits().stream()
                .filter(hit -> !WORDINGS.matcher(hit.passage().headingPath()).find())
                .filter(hit -> hit.evidence().score()
                        >= best.evidence().score()
                                * (hit.passage().article().equals(best.passage().article())
                                        ? NEAR_THE_BEST
                                        : AS_GOOD_AS_THE_BEST))
                .filter(hit -> !sentences(hit.passage()).isEmpty())
                .toList();
    }

    /** The best passage of the best article, where one of the section asked for is put before a slightly better one. */
    private static @Nullable Passage leading(Question question, List<Hit> hits) {
        Pattern section = SectionAskedFor.of(question.text());
        return hits.stream()
                .filter(hit ->
                        hit.passage().article().equals(hits.getFirst().passage().article()))
                .max(Comparator.comparingDouble(hit -> hit.evidence().score()
                        + (section.matcher(hit.passage().headingPath()).find() ? FITTING_SECTION : 0)))
                .map(Hit::passage)
                .orElse(null);
    }

    private List<Candidate> candidates(List<Hit> hits, Map<String, Double> weights) {
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Integer> articles = new LinkedHashMap<>();
        for (Hit hit : hits) {
            Passage passage = hit.passage();
            int article = articles.computeIfAbsent(passage.article(), id -> articles.size());
            for (TextRange range : sentences(passage)) {
                candidates.add(new Candidate(passage, range, relevance(range.of(passage.text()), weights), article));
            }
        }
        return candidates;
    }

    /** What may be quoted: no questions, and no head of a table without its rows. */
    private static List<TextRange> sentences(Passage passage) {
        String text = passage.text();
        return Sentences.split(text).stream()
                .filter(range -> !QUESTION.matcher(range.of(text)).find())
                .filter(range ->
                        !TABLE_HEAD.matcher(text.substring(range.end())).lookingAt())
                .toList();
    }

    private double relevance(String sentence, Map<String, Double> weights) {
        return Terms.contentTerms(analyzer.lexemes(sentence)).stream()
                .mapToDouble(term -> weights.getOrDefault(term, 0.0))
                .sum();
    }
}
