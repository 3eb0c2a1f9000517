package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.CrossEncoder;
import io.jiangwen.text.Language;
import io.quarkus.logging.Log;
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

    /** The candidates with their features, in their order. Each meets the question as put in its language. */
    List<Ranker.Candidate<Passage>> examine(
            List<PassageStore.Way> ways, CorpusCounts counts, List<Candidate> candidates) {
        List<Long> ids =
                candidates.stream().map(candidate -> candidate.passage().id()).toList();
        Map<Long, PassageVectors.Stored> stored = vectors.of(ids);
        Map<Language, QuestionView> views = new EnumMap<>(Language.class);
        Map<Language, Map<Long, TermPlaces.Places>> found = new EnumMap<>(Language.class);
        for (PassageStore.Way way : ways) {
            views.put(way.language(), view(way, counts));
            found.put(way.language(), places.of(ids, way.terms().lexemes()));
        }
        List<Ranker.Candidate<Passage>> examined = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Passage passage = candidate.passage();
            Map<Feature, Double> features = new EnumMap<>(Feature.class);
            features.put(Feature.COSINE, candidate.cosine());
            features.put(Feature.LEXICAL, candidate.lexical());
            QuestionView view = views.get(passage.language());
            if (view != null)
                features.putAll(view.look(
                        found.getOrDefault(passage.language(), Map.of())
                                .getOrDefault(passage.id(), TermPlaces.Places.NONE),
                        stored.get(passage.id())));
            examined.add(new Ranker.Candidate<>(passage, passage.language(), features));
        }
        for (Ranker.Candidate<Passage> candidate : examined)
            Log.debugf(
                    "passage %s of %s: %s",
                    candidate.item().id(), candidate.item().article(), candidate.features());
        return examined;
    }

    /** The question as passages in the language of {@code way} meet it. */
    QuestionView view(PassageStore.Way way, CorpusCounts counts) {
        return new QuestionView(
                way,
                Designated.of(way.terms(), counts),
                frequencies.weights(way.encoding()),
                counts.averageLength(way.language()));
    }

    /**
     * Adds what a cross-encoder says, where one is configured. It is slow: it sees the candidates that both legs like best.
     */
    void cross(String question, List<Ranker.Candidate<Passage>> candidates) {
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
