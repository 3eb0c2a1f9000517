package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.CrossEncoder;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.model.QuestionToken;
import io.jiangwen.model.TokenVectors;
import io.jiangwen.text.Language;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks closer at the candidates: the features that no index can search by. */
@ApplicationScoped
class Reranking {
    private final PassageVectors vectors;
    private final TermPlaces places;
    private final PieceFrequencies frequencies;
    private final CrossEncoder crossEncoder;
    private final RetrievalConfig config;

    Reranking(
            PassageVectors vectors,
            TermPlaces places,
            PieceFrequencies frequencies,
            CrossEncoder crossEncoder,
            RetrievalConfig config) {
        this.vectors = vectors;
        this.places = places;
        this.frequencies = frequencies;
        this.crossEncoder = crossEncoder;
        this.config = config;
    }

    /** The candidates with all their features, in their order. Each meets the question as put in its language. */
    List<Ranker.Candidate<Passage>> examine(
            String question, List<PassageStore.Way> ways, CorpusCounts counts, List<Candidate> candidates) {
        List<Long> ids =
                candidates.stream().map(candidate -> candidate.passage().id()).toList();
        Map<Long, PassageVectors.Stored> stored = vectors.of(ids);
        Map<Language, View> views = new EnumMap<>(Language.class);
        for (PassageStore.Way way : ways) {
            views.put(
                    way.language(),
                    new View(
                            way,
                            frequencies.weights(way.encoding()),
                            places.of(ids, way.terms().lexemes()),
                            counts.averageLength(way.language())));
        }
        List<Ranker.Candidate<Passage>> examined = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Passage passage = candidate.passage();
            Map<Feature, Double> features = new EnumMap<>(Feature.class);
            features.put(Feature.COSINE, candidate.cosine());
            features.put(Feature.LEXICAL, candidate.lexical());
            View view = views.get(passage.language());
            if (view != null) view.look(passage, stored.get(passage.id()), features);
            examined.add(new Ranker.Candidate<>(passage, passage.language(), features));
        }
        cross(question, examined);
        for (Ranker.Candidate<Passage> candidate : examined)
            Log.debugf(
                    "passage %s of %s: %s",
                    candidate.item().id(), candidate.item().article(), candidate.features());
        return examined;
    }

    /**
     * The question as put in one language.
     *
     * @param weights of its tokens
     * @param places of its words in the candidates
     * @param average lexemes of a passage in this language
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one search, never compared
    private record View(PassageStore.Way way, double[] weights, Map<Long, TermPlaces.Places> places, double average) {
        void look(Passage passage, PassageVectors.@Nullable Stored vectors, Map<Feature, Double> features) {
            TermPlaces.Places own = places.getOrDefault(passage.id(), TermPlaces.Places.NONE);
            features.put(Feature.LEXICAL, LexicalScore.of(way.terms(), own, average));
            Proximity proximity = Proximity.of(way.terms(), own.positions());
            features.put(Feature.NEARBY, proximity.nearby());
            features.put(Feature.IN_ORDER, proximity.inOrder());
            if (vectors != null) features.putAll(meet(way.encoding(), weights, vectors));
        }
    }

    private static Map<Feature, Double> meet(
            QuestionEncoding question, double[] weights, PassageVectors.Stored passage) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        List<QuestionToken> tokens = question.tokens();
        if (tokens.isEmpty()) return features;
        List<float[]> vectors = tokens.stream().map(QuestionToken::vector).toList();
        TokenVectors words = new TokenVectors(vectors.getFirst().length, passage.tokens());
        LateInteraction meeting = LateInteraction.of(vectors, weights, words);
        features.put(Feature.WINDOW, meeting.window());
        features.put(Feature.NARROW, meeting.narrow());
        features.put(Feature.ANYWHERE, meeting.anywhere());
        features.put(Feature.EVEN, meeting.even());
        features.put(Feature.WEAKEST, meeting.weakest());
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
