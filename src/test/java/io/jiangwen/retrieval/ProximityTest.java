package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProximityTest {
    /** Terms with the weights; a bigram counts for neither feature. */
    private static QueryTerms terms(List<Map.Entry<String, Double>> weights) {
        List<QueryTerms.Weighed> terms = new ArrayList<>();
        weights.forEach(term ->
                terms.add(new QueryTerms.Weighed(term.getValue(), List.of(Map.of(term.getKey(), term.getValue())))));
        terms.add(new QueryTerms.Weighed(5.0, List.of(Map.of("b:细长", 5.0))));
        return new QueryTerms(terms, Map.of());
    }

    private static final QueryTerms ASKED =
            terms(List.of(Map.entry("细长", 0.5), Map.entry("轴", 0.2), Map.entry("振纹", 0.3)));

    @Test
    void wordsThatStandTogetherInOrderMeetTheQuestion() {
        assertThat(Proximity.of(ASKED, Map.of("细长", List.of(7), "轴", List.of(8), "振纹", List.of(9))))
                .satisfies(both -> {
                    assertThat(both.nearby()).isCloseTo(1, within(1e-9));
                    assertThat(both.inOrder()).isCloseTo(1, within(1e-9));
                });
    }

    @Test
    void wordsFarApartCountOnlyByTheBestStretch() {
        Proximity apart = Proximity.of(ASKED, Map.of("细长", List.of(1, 500), "轴", List.of(200), "振纹", List.of(520)));
        assertThat(apart.nearby()).isCloseTo(0.8, within(1e-9));
        assertThat(apart.inOrder()).isZero();
    }

    @Test
    void theWrongOrderIsNoOrder() {
        Proximity turned = Proximity.of(ASKED, Map.of("轴", List.of(7), "细长", List.of(8)));
        assertThat(turned.inOrder()).isZero();
        assertThat(turned.nearby()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void anotherWordingCountsAsTheWord() {
        QueryTerms worded = new QueryTerms(
                List.of(new QueryTerms.Weighed(1.0, List.of(Map.of("飞边", 1.0), Map.of("披", 0.5, "锋", 0.5)))), Map.of());
        assertThat(Proximity.of(worded, Map.of("披", List.of(3), "锋", List.of(4)))
                        .nearby())
                .isEqualTo(1);
        assertThat(Proximity.of(worded, Map.of("披", List.of(3))).nearby()).isZero();
    }

    @Test
    void nothingMeetsNothing() {
        assertThat(Proximity.of(ASKED, Map.of())).isEqualTo(new Proximity(0, 0));
        assertThat(Proximity.of(new QueryTerms(List.of(), Map.of()), Map.of("轴", List.of(1))))
                .isEqualTo(new Proximity(0, 0));
    }
}
