package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankerTest {
    private static final Map<Feature, Double> WEIGHTS =
            Map.of(Feature.LEXICAL, 0.4, Feature.COSINE, 0.4, Feature.WINDOW, 0.2, Feature.CROSS, 1.0);

    private final Ranker ranker =
            new Ranker(new Ranking(1, "test", Map.of(Language.ZH, WEIGHTS, Language.EN, Map.of(Feature.LEXICAL, 1.0))));

    private static Ranker.Candidate<String> candidate(String name, double lexical, double cosine, double window) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.LEXICAL, lexical);
        features.put(Feature.COSINE, cosine);
        features.put(Feature.WINDOW, window);
        return new Ranker.Candidate<>(name, Language.ZH, features);
    }

    private List<String> names(List<Ranker.Candidate<String>> candidates) {
        return ranker.rank(candidates).stream().map(Ranker.Ranked::item).toList();
    }

    @Test
    void aPassageThatEveryFeaturePrefersComesFirst() {
        assertThat(names(List.of(
                        candidate("off topic", 0.0, 0.30, 0.2),
                        candidate("slender shaft", 0.7, 0.80, 0.6),
                        candidate("thin sleeve", 0.2, 0.60, 0.3))))
                .containsExactly("slender shaft", "thin sleeve", "off topic");
    }

    @Test
    void theWordsDecideBetweenPassagesThatBothLegsLikeAlike() {
        assertThat(names(List.of(candidate("other symptom", 0.5, 0.6, 0.40), candidate("symptom", 0.5, 0.6, 0.41))))
                .containsExactly("symptom", "other symptom");
    }

    @Test
    void aScoreIsTheWeightedMeanOfTheFeatures() {
        assertThat(ranker.rank(List.of(candidate("only", 0.5, 0.75, 0.5))))
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.evidence().score()).isCloseTo(0.4 * 0.5 + 0.4 * 0.75 + 0.2 * 0.5, within(1e-9));
                    assertThat(only.evidence().cosine()).isEqualTo(0.75);
                });
    }

    @Test
    void aCrossEncoderCountsOnlyWhereItSpoke() {
        Ranker.Candidate<String> preferred = candidate("read together", 0.5, 0.5, 0.5);
        Ranker.Candidate<String> other = candidate("other", 0.55, 0.55, 0.5);
        assertThat(names(List.of(preferred, other))).startsWith("other");
        preferred.features().put(Feature.CROSS, 0.9);
        other.features().put(Feature.CROSS, 0.1);
        assertThat(names(List.of(preferred, other))).startsWith("read together");
    }

    @Test
    void aDesignationCountsOnTopOfTheOthersAndTakesNothingFromWhoHasNone() {
        Ranker named = new Ranker(new Ranking(
                1,
                "test",
                Map.of(
                        Language.ZH,
                        Map.of(Feature.LEXICAL, 0.5, Feature.COSINE, 0.5, Feature.DESIGNATION, 0.2),
                        Language.EN,
                        Map.of(Feature.LEXICAL, 1.0))));
        Ranker.Candidate<String> standard = candidate("the standard", 0.5, 0.5, 0.5);
        Ranker.Candidate<String> other = candidate("another about the same", 0.55, 0.55, 0.5);
        standard.features().put(Feature.DESIGNATION, 0.5);
        List<Ranker.Ranked<String>> ranked = named.rank(List.of(other, standard));
        assertThat(ranked).extracting(Ranker.Ranked::item).containsExactly("the standard", "another about the same");
        assertThat(ranked.get(0).evidence().score()).isCloseTo(0.5 + 0.2 * 0.5, within(1e-9));
        assertThat(ranked.get(1).evidence().score()).isCloseTo(0.55, within(1e-9));
        standard.features().put(Feature.LEXICAL, 1.0);
        standard.features().put(Feature.COSINE, 1.0);
        assertThat(named.rank(List.of(standard)).getFirst().evidence().score()).isEqualTo(1.0);
    }

    @Test
    void nothingRanksToNothing() {
        assertThat(ranker.rank(List.of())).isEmpty();
    }

    @Test
    void aRankingWithoutWeightsIsRefused() {
        assertThatThrownBy(() -> new Ranking(1, "empty", Map.of(Language.ZH, WEIGHTS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ranking(
                        1,
                        "negative",
                        Map.of(Language.ZH, WEIGHTS, Language.EN, Map.of(Feature.LEXICAL, -1.0, Feature.COSINE, 2.0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScoreDoesNotDependOnWhoElseWasFound() {
        Ranker.Candidate<String> one = candidate("one", 0.3, 0.6, 0.5);
        double alone = ranker.rank(List.of(one)).getFirst().evidence().score();
        assertThat(ranker.rank(List.of(one, candidate("better", 0.9, 0.9, 0.9)))
                        .getLast()
                        .evidence()
                        .score())
                .isEqualTo(alone);
    }

    @Property
    void scoresStayBetweenZeroAndOneAndFall(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -1, max = 1) Double> values) {
        List<Ranker.Candidate<String>> candidates = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            candidates.add(
                    candidate("p" + i, Math.abs(values.get(i)), values.get(i), values.get(values.size() - 1 - i)));
        }
        List<Ranker.Ranked<String>> ranked = ranker.rank(candidates);
        assertThat(ranked).hasSameSizeAs(values);
        for (int i = 1; i < ranked.size(); i++) {
            assertThat(ranked.get(i).evidence().score())
                    .isBetween(0.0, ranked.get(i - 1).evidence().score());
        }
    }
}
