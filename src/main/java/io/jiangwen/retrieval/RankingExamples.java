package io.jiangwen.retrieval;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Normalizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches for lessons as for any visitor's question. Passages that have the question word for word are left out, and
 * the hidden ones stand in for them, with the features that they would have if they were published so.
 */
@ApplicationScoped
class RankingExamples {
    private final Examination examination;
    private final Reranking reranking;
    private final Embedder embedder;
    private final RetrievalConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    RankingExamples(Examination examination, Reranking reranking, Embedder embedder, RetrievalConfig config) {
        this.examination = examination;
        this.reranking = reranking;
        this.embedder = embedder;
        this.config = config;
    }

    /**
     * Empty where the lesson teaches nothing: the article is not among the candidates, or another one is called exactly
     * as the question is put.
     */
    Optional<RankingExample> of(Lesson lesson) {
        Examination.Examined examined = examination.of(
                lesson.question(), SearchFilter.of(Viewer.PUBLIC), config.candidates(), passage -> false);
        String asked = Normalizer.fold(lesson.question().text());
        List<Ranker.Candidate<String>> candidates = new ArrayList<>();
        for (Ranker.Candidate<Passage> candidate : examined.candidates()) {
            Passage passage = candidate.item();
            boolean own = passage.article().equals(lesson.article());
            if (!own && names(passage, asked)) return Optional.empty();
            if (own && (names(passage, asked) || has(passage.text(), asked))) continue;
            candidates.add(new Ranker.Candidate<>(passage.article(), candidate.language(), candidate.features()));
        }
        for (PassageStore.Way way : examined.plan().ways()) {
            if (way.language() != lesson.language()) continue;
            QuestionView view = reranking.view(way, examined.plan().counts());
            for (String text : lesson.hidden())
                candidates.add(new Ranker.Candidate<>(lesson.article(), lesson.language(), imagined(view, text)));
        }
        return candidates.stream().anyMatch(candidate -> candidate.item().equals(lesson.article()))
                ? Optional.of(new RankingExample(lesson.article(), lesson.language(), candidates))
                : Optional.empty();
    }

    private static boolean names(Passage passage, String asked) {
        return has(passage.title(), asked) || has(passage.headingPath(), asked);
    }

    private static boolean has(String text, String asked) {
        return Normalizer.fold(text).contains(asked);
    }

    private Map<Feature, Double> imagined(QuestionView view, String text) {
        PassageEncoding encoding = embedder.passage(text, view.way().language());
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(
                Feature.COSINE,
                product(view.way().vector().vector(), encoding.whole().vector()));
        features.putAll(view.look(
                places(text),
                new PassageVectors.Stored(
                        encoding.whole().model(),
                        encoding.tokens().bytes(),
                        encoding.sentences().bytes())));
        return features;
    }

    private TermPlaces.Places places(String text) {
        List<Lexeme> lexemes = analyzer.lexemes(text);
        Map<String, List<Integer>> positions = new HashMap<>();
        for (Lexeme lexeme : lexemes)
            positions.computeIfAbsent(lexeme.term(), term -> new ArrayList<>()).add(lexeme.position());
        return new TermPlaces.Places(positions, lexemes.size());
    }

    /** The cosine, for both have length 1. */
    private static double product(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) sum += left[i] * (double) right[i];
        return sum;
    }
}
