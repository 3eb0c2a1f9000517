package io.jiangwen.retrieval;

import io.jiangwen.model.QuestionToken;
import io.jiangwen.model.TokenVectors;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as put in one language, and what of it a passage has. Pure.
 *
 * @param designated what it names by a designation
 * @param weights of its tokens
 * @param average lexemes of a passage in this language
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one search, never compared
record QuestionView(PassageStore.Way way, Designated designated, double[] weights, double average) {
    /**
     * The features that no index can search by.
     *
     * @param places of the question's words in the passage
     * @param vectors of the passage; null where there are none yet. Those of another model than the question's, as they
     *     are until a passage is made again after a change of models, are not compared
     */
    Map<Feature, Double> look(TermPlaces.Places places, PassageVectors.@Nullable Stored vectors) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.LEXICAL, LexicalScore.of(way.terms(), places, average));
        Proximity proximity = Proximity.of(way.terms(), places.positions());
        features.put(Feature.NEARBY, proximity.nearby());
        features.put(Feature.IN_ORDER, proximity.inOrder());
        features.put(Feature.DESIGNATION, designated.in(places));
        if (vectors != null && vectors.model().equals(way.vector().model())) meet(vectors, features);
        return features;
    }

    private void meet(PassageVectors.Stored passage, Map<Feature, Double> features) {
        List<float[]> vectors =
                way.encoding().tokens().stream().map(QuestionToken::vector).toList();
        if (!vectors.isEmpty()) {
            TokenVectors words = new TokenVectors(vectors.getFirst().length, passage.tokens());
            LateInteraction meeting = LateInteraction.of(vectors, weights, words);
            features.put(Feature.WINDOW, meeting.window());
            features.put(Feature.NARROW, meeting.narrow());
            features.put(Feature.ANYWHERE, meeting.anywhere());
            features.put(Feature.EVEN, meeting.even());
            features.put(Feature.WEAKEST, meeting.weakest());
        }
        float[] whole = way.vector().vector();
        double sentence = 0;
        for (float cosine : new TokenVectors(whole.length, passage.sentences()).cosines(List.of(whole))[0]) {
            sentence = Math.max(sentence, cosine);
        }
        features.put(Feature.SENTENCE, sentence);
    }
}
