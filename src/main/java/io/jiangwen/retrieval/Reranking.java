package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.CrossEncoder;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.model.QuestionToken;
import io.jiangwen.model.TokenVectors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks closer at the candidates: the features that no index can search by. */
@ApplicationScoped
class Reranking {
    private final PassageVectors vectors;
    private final PieceFrequencies frequencies;
    private final CrossEncoder crossEncoder;
    private final RetrievalConfig config;

    Reranking(PassageVectors vectors, PieceFrequencies frequencies, CrossEncoder crossEncoder, RetrievalConfig config) {
        this.vectors = vectors;
        this.frequencies = frequencies;
        this.crossEncoder = crossEncoder;
        this.config = config;
    }

    /** The candidates with all their features, in their order. */
    List<Ranker.Candidate<Passage>> examine(
            String question, QuestionEncoding encoding, List<Candidate> candidates) {
        Map<Long, PassageVectors.Stored> stored = vectors.of(
                candidates.stream()
                .map(candidate -> candidate.passage().id())
                .toList());
        double[] weights = frequencies.weights(encoding);
        List<Ranker.Candidate<Passage>> examined = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Passage passage = candidate.passage();
            Map<Feature, Double> features = new EnumMap<>(Feature.class);
            features.put(Feature.COSINE, candidate.cosine());
            features.put(Feature.LEXICAL, candidate.lexical());
            PassageVectors.Stored vectorsOf = stored.get(passage.id());
            if (vectorsOf != null) features.putAll(meet(encoding, weights, vectorsOf));
            examined.add(
                    new Ranker.Candidate<>(passage, passage.language(), features));
        }
        cross(question, examined);
        return examined;
    }

    private static Map<Feature, Double> meet(
            QuestionEncoding question, double[] weights, PassageVectors.Stored passage) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        List<QuestionToken> tokens = question.tokens();
        if (tokens.isEmpty()) return features;
        List<float[]> vectors = tokens.stream().map(QuestionToken::vector).toList();
        TokenVectors words = new TokenVectors(vectors.getFirst().length, passage.tokens());
        features.put(Feature.WINDOW, LateInteraction.similarity(vectors, weights, words));
        float[] whole = question.whole().vector();
        double sentence = 0;
        for (float cosine : new TokenVectors(whole.length, passage.sentences()).cosines(List.of(whole))[0]) {
            sentence = Math.max(sentence, cosine);
        }
        features.put(Feature.SENTENCE, sentence);
        return features;
    }

    /** A cross-encoder is slow: it sees the candidates that both legs like best. */
    private void cross(String question, List<Ranker.Candidate<Passage>> candidates) {
        List<Ranker.Candidate<Passage>> best = candidates.stream()
                .sorted((a, b) -> Double.compare(legs(b), legs(a)))
                .limit(config.crossEncoded())
                .toList();
        Optional<List<Double>> scores = crossEncoder.scores(
                question,
                best.stream()
                        .map(candidate -> candidate.item().title() + "\n"
                                + candidate.item().text())
                        .toList());
        if (scores.isEmpty()) return;
        for (Ranker.Candidate<Passage> candidate : candidates)
            candidate.features().put(Feature.CROSS, 0.0);
        for (int i = 0; i < best.size(); i++) {
            best.get(i).features().put(Feature.CROSS, scores.get().get(i));
        }
    }

    private static double legs(Ranker.Candidate<Passage> candidate) {
        return candidate.features().getOrDefault(Feature.COSINE, 0.0)
                + candidate.features().getOrDefault(Feature.LEXICAL, 0.0);
    }
}
