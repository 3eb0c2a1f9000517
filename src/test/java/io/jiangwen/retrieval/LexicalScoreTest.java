package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexicalScoreTest {
    private static final QueryTerms ASKED = new QueryTerms(
            List.of(
                    new QueryTerms.Weighed(0.75, List.of(Map.of("跟刀架", 1.0))),
                    new QueryTerms.Weighed(0.25, List.of(Map.of("轴", 1.0)))),
            Map.of());

    private static TermPlaces.Places places(int length, Map<String, Integer> counts) {
        Map<String, List<Integer>> positions = new java.util.HashMap<>();
        counts.forEach((lexeme, count) -> positions.put(lexeme, Collections.nCopies(count, 1)));
        return new TermPlaces.Places(positions, length);
    }

    @Test
    void oneOccurrenceInAPassageOfAverageLengthIsOneOverTwoPointTwo() {
        assertThat(LexicalScore.of(ASKED, places(100, Map.of("跟刀架", 1, "轴", 1)), 100))
                .isCloseTo(1 / 2.2, within(1e-9));
    }

    @Test
    void rareWordsCountMoreAndLongPassagesLess() {
        double rare = LexicalScore.of(ASKED, places(100, Map.of("跟刀架", 1)), 100);
        double common = LexicalScore.of(ASKED, places(100, Map.of("轴", 1)), 100);
        assertThat(rare).isCloseTo(3 * common, within(1e-9));
        assertThat(LexicalScore.of(ASKED, places(400, Map.of("跟刀架", 1)), 100)).isLessThan(rare);
    }

    @Test
    void repetitionCountsLessAndLess() {
        double once = LexicalScore.of(ASKED, places(100, Map.of("轴", 1)), 100);
        double thrice = LexicalScore.of(ASKED, places(100, Map.of("轴", 3)), 100);
        assertThat(thrice).isGreaterThan(once).isLessThan(2 * once);
        assertThat(LexicalScore.of(ASKED, places(100, Map.of("轴", 1_000_000, "跟刀架", 1_000_000)), 100))
                .isBetween(0.99, 1.0);
    }

    @Test
    void ofTwoWordingsTheBetterOneCountsOnce() {
        QueryTerms worded = new QueryTerms(
                List.of(new QueryTerms.Weighed(1.0, List.of(Map.of("飞边", 1.0), Map.of("披锋", 1.0)))), Map.of());
        double one = LexicalScore.of(worded, places(100, Map.of("披锋", 2)), 100);
        assertThat(LexicalScore.of(worded, places(100, Map.of("披锋", 2, "飞边", 1)), 100))
                .isEqualTo(one);
    }

    @Test
    void bigramsAreScoredApart() {
        QueryTerms both = new QueryTerms(
                List.of(
                        new QueryTerms.Weighed(0.2, List.of(Map.of("细长", 1.0))),
                        new QueryTerms.Weighed(0.8, List.of(Map.of("b:细长", 1.0)))),
                Map.of());
        assertThat(LexicalScore.of(both, places(100, Map.of("细长", 1)), 100)).isCloseTo(0.65 / 2.2, within(1e-9));
        assertThat(LexicalScore.of(both, places(100, Map.of("b:细长", 1)), 100)).isCloseTo(0.35 / 2.2, within(1e-9));
    }

    @Test
    void beforeAnythingIsCountedLengthDoesNotMatter() {
        assertThat(LexicalScore.of(ASKED, places(5_000, Map.of("轴", 1)), 1))
                .isEqualTo(LexicalScore.of(ASKED, places(5, Map.of("轴", 1)), 1));
        assertThat(LexicalScore.of(new QueryTerms(List.of(), Map.of()), places(5, Map.of("轴", 1)), 1))
                .isZero();
    }
}
