package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RankingFitTest {
    private static final Map<Feature, Double> CHINESE =
            Map.of(Feature.LEXICAL, 1.0, Feature.COSINE, 3.0, Feature.WINDOW, 3.3, Feature.CROSS, 17.0);
    private static final Ranking SHIPPED =
            new Ranking(1, "prior-1", Map.of(Language.ZH, CHINESE, Language.EN, Map.of(Feature.WINDOW, 1.0)));

    @Test
    void whatTellsRightFromWrongCountsMoreAndWhatDoesNotCountsLess() {
        Map<Feature, Double> fitted = RankingFit.fit(Language.ZH, decidedBy(Feature.LEXICAL, 200, 1), SHIPPED);

        assertThat(fitted.get(Feature.LEXICAL)).isGreaterThan(CHINESE.get(Feature.LEXICAL));
        assertThat(fitted.get(Feature.COSINE)).isLessThan(CHINESE.get(Feature.COSINE));
    }

    @Test
    void aFeatureThatDidNotCountMayCome() {
        Map<Feature, Double> fitted = RankingFit.fit(Language.ZH, decidedBy(Feature.NEARBY, 200, 1), SHIPPED);

        assertThat(fitted.get(Feature.NEARBY)).isPositive();
    }

    @Test
    void whereNothingTellsThemApartWeightsStayNearWhereTheyWere() {
        List<RankingExample> alike = new ArrayList<>();
        for (int i = 0; i < 50; i++) alike.add(example(List.of(candidate("a", Map.of()), candidate("b", Map.of()))));

        Map<Feature, Double> fitted = RankingFit.fit(Language.ZH, alike, SHIPPED);
        CHINESE.forEach((feature, weight) -> assertThat(fitted.get(feature)).isCloseTo(weight, within(1e-3)));
    }

    /** So that a score means what it meant, and a cross-encoder, which is not asked for examples, keeps its share. */
    @Property(tries = 20)
    void weightsKeepTheirSumAndNoneIsNegative(@ForAll int seed) {
        Map<Feature, Double> fitted = RankingFit.fit(Language.ZH, decidedBy(Feature.COSINE, 30, seed), SHIPPED);

        assertThat(fitted.values()).allMatch(weight -> weight >= 0);
        assertThat(sum(fitted)).isCloseTo(sum(CHINESE), within(1e-3));
        assertThat(fitted.get(Feature.CROSS)).isEqualTo(17.0);
    }

    @Test
    void theSameExamplesGiveTheSameWeights() {
        assertThat(RankingFit.fit(Language.ZH, decidedBy(Feature.WINDOW, 60, 7), SHIPPED))
                .isEqualTo(RankingFit.fit(Language.ZH, decidedBy(Feature.WINDOW, 60, 7), SHIPPED));
    }

    @Test
    void anExampleWithoutTheRightArticleIsNone() {
        assertThatThrownBy(() -> example(List.of(candidate("b", Map.of())))).hasMessageContaining("nothing of a");
    }

    @Test
    void aFitThatRanksBetterIsBetterAndTheSameRankingIsNot() {
        List<RankingExample> examples = decidedBy(Feature.LEXICAL, 200, 3);
        Ranking lexical = weighing(Feature.LEXICAL);
        Ranking cosine = weighing(Feature.COSINE);

        RankingComparison gain = RankingComparison.of(examples, cosine, lexical);
        assertThat(gain.isBetter()).isTrue();
        assertThat(gain.after()).isGreaterThan(0.9);
        assertThat(gain.error()).isPositive();
        assertThat(RankingComparison.of(examples, lexical, cosine).isBetter()).isFalse();
        RankingComparison same = RankingComparison.of(examples, lexical, lexical);
        assertThat(same.isBetter()).isFalse();
        assertThat(same.gain()).isZero();
    }

    @Test
    void aGainOfAFewQuestionsThatMayBeLuckIsNotBetter() {
        List<RankingExample> examples = new ArrayList<>();
        for (int i = 0; i < 9; i++) examples.add(won(i < 5 ? Feature.LEXICAL : Feature.COSINE));

        RankingComparison luck = RankingComparison.of(examples, weighing(Feature.COSINE), weighing(Feature.LEXICAL));
        assertThat(luck.gain()).isPositive();
        assertThat(luck.isBetter()).isFalse();
    }

    @Test
    void anArticleCountsAtItsFirstPlaceAndNothingBeyondTheTenth() {
        List<Ranker.Candidate<String>> candidates = new ArrayList<>();
        for (int i = 0; i < 3; i++) candidates.add(candidate("b", Map.of(Feature.LEXICAL, 0.9)));
        candidates.add(candidate("a", Map.of(Feature.LEXICAL, 0.5)));
        assertThat(new RankingExample("a", Language.ZH, candidates).reciprocalRank(weighing(Feature.LEXICAL)))
                .isEqualTo(0.5);
        for (int i = 0; i < 10; i++) candidates.add(candidate("c" + i, Map.of(Feature.LEXICAL, 0.8)));
        assertThat(new RankingExample("a", Language.ZH, candidates).reciprocalRank(weighing(Feature.LEXICAL)))
                .isZero();
    }

    /** Questions whose right candidate has more of one feature; all others are noise. */
    private static List<RankingExample> decidedBy(Feature feature, int questions, int seed) {
        Random random = new Random(seed);
        List<RankingExample> examples = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            List<Ranker.Candidate<String>> candidates = new ArrayList<>();
            for (int c = 0; c < 8; c++) {
                double decided = (c == 0 ? 0.5 : 0) + random.nextDouble() / 2;
                candidates.add(candidate(
                        c == 0 ? "a" : "b" + c,
                        feature == Feature.COSINE
                                ? Map.of(feature, decided, Feature.WINDOW, random.nextDouble())
                                : Map.of(feature, decided, Feature.COSINE, random.nextDouble())));
            }
            examples.add(new RankingExample("a", Language.ZH, candidates));
        }
        return examples;
    }

    private static RankingExample won(Feature feature) {
        Feature other = feature == Feature.LEXICAL ? Feature.COSINE : Feature.LEXICAL;
        return example(List.of(candidate("a", Map.of(feature, 0.9)), candidate("b", Map.of(other, 0.9))));
    }

    private static RankingExample example(List<Ranker.Candidate<String>> candidates) {
        return new RankingExample("a", Language.ZH, candidates);
    }

    private static Ranker.Candidate<String> candidate(String article, Map<Feature, Double> features) {
        return new Ranker.Candidate<>(article, Language.ZH, features);
    }

    private static Ranking weighing(Feature feature) {
        Map<Feature, Double> only = Map.of(feature, 1.0);
        return new Ranking(2, "only-" + feature, Map.of(Language.ZH, only, Language.EN, only));
    }

    private static double sum(Map<Feature, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
