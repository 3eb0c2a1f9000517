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
    private static final Pattern QUESTION = Pattern.compile("[?？]\\s*$");
    private static final Pattern STEP = Pattern.compile("^\\s*\\d{1,2}[.)、]\\s*$");
    private static final Pattern WARNING = Pattern.compile(
            "禁止|严禁|切勿|不得|危险|警告|当心|断电|上锁|泄压|护目镜|触电|致死|死亡|(?i:\\b(?:warning|danger|caution|never|must not|do not)\\b)");
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

    /** At most as many sentences as configured; none when the article found first has none to quote. */
    List<SourcedSentence> compose(Question question, SearchResult found) {
        List<Hit> hits = quotable(found);
        if (hits.isEmpty()) return List.of();
        Passage leading = leading(question, found, hits);
        if (leading == null) return List.of();
        List<Candidate> candidates = candidates(hits, found.termWeights());
        List<Candidate> ofLeading = candidates.stream()
                .filter(candidate -> candidate.passage().equals(leading))
                .toList();
        List<Candidate> chosen = new ArrayList<>(ofLeading.subList(0, length(ofLeading)));
        candidates.stream()
                .filter(candidate -> !candidate.passage().equals(leading)
                        && candidate.relevance() >= config.quoting().relevant())
                .sorted(Comparator.comparingDouble(Candidate::relevance).reversed())
                .limit(Math.max(0, config.sentences() - chosen.size()))
                .forEach(chosen::add);
        warnings(candidates, chosen);
        chosen.sort(Comparator.comparingInt(Candidate::article).thenComparingInt(Candidate::place));
        Set<String> said = new HashSet<>();
        return chosen.stream()
                .filter(candidate -> said.add(candidate.text()))
                .map(candidate -> new SourcedSentence(
                        candidate.text(), List.of(new SourcedSentence.Source(candidate.passage(), candidate.range()))))
                .toList();
    }

    /** Steps are quoted whole: half a procedure is a danger. */
    private int length(List<Candidate> leading) {
        boolean steps = leading.size() > 1 && leading.stream().limit(2).allMatch(ExtractiveComposer::isStep);
        if (steps && leading.size() <= config.quoting().steps()) return leading.size();
        return (int) Math.min(
                leading.size(), Math.round(config.sentences() * config.quoting().leadingShare()));
    }

    private static boolean isStep(Candidate candidate) {
        String before =
                candidate.passage().text().substring(0, candidate.range().start());
        return STEP.matcher(before.substring(before.lastIndexOf('\n') + 1)).find();
    }

    /** What a quoted passage warns of is told with it. */
    private void warnings(List<Candidate> candidates, List<Candidate> chosen) {
        Set<Passage> quoted = new HashSet<>();
        for (Candidate candidate : chosen) quoted.add(candidate.passage());
        candidates.stream()
                .filter(candidate -> quoted.contains(candidate.passage()) && !chosen.contains(candidate))
                .filter(candidate -> WARNING.matcher(candidate.text()).find())
                .limit(config.quoting().warnings())
                .toList()
                .forEach(chosen::add);
    }

    /** What is found first may be a list of wordings: passages of its article are measured by the best that can be quoted. */
    private List<Hit> quotable(SearchResult found) {
        List<Hit> tellable = found.hits().stream()
                .filter(hit -> !WORDINGS.matcher(hit.passage().headingPath()).find())
                .filter(hit -> !sentences(hit.passage()).isEmpty())
                .toList();
        if (tellable.isEmpty()) return List.of();
        Hit first = found.hits().getFirst();
        double least = tellable.stream()
                .filter(hit -> hit.passage().article().equals(first.passage().article()))
                .mapToDouble(hit -> hit.evidence().score() * config.quoting().nearTheBest())
                .max()
                .orElse(0);
        return tellable.stream()
                .filter(hit -> hit.evidence().score()
                        >= (hit.passage().article().equals(first.passage().article())
                                ? least
                                : first.evidence().score() * config.quoting().otherArticle()))
                .toList();
    }

    /** The best passage of the best article, where one of the section asked for is put before a slightly better one. */
    private @Nullable Passage leading(Question question, SearchResult found, List<Hit> hits) {
        Pattern section = SectionAskedFor.of(question.text());
        String article = found.hits().getFirst().passage().article();
        return hits.stream()
                .filter(hit -> hit.passage().article().equals(article))
                .max(Comparator.comparingDouble(hit -> hit.evidence().score()
                        + (section.matcher(hit.passage().headingPath()).find()
                                ? config.quoting().fittingSection()
                                : 0)))
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
                .filter(range -> !Instructions.isIn(range.of(text)))
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
