package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryTermsTest {
    private static final CorpusCounts COUNTS = new CorpusCounts(
            Map.of("振纹", 10, "b:振纹", 10, "车床", 200, "颤纹", 2),
            Map.of(Language.ZH, new CorpusCounts.Size(1_000, 200_000)));

    @Test
    void aRareTermCountsMoreThanACommonOne() {
        QueryTerms terms = QueryTerms.weigh(List.of(AskedTerm.of("车床"), AskedTerm.of("振纹")), COUNTS);

        assertThat(weights(terms).get(1)).isGreaterThan(2 * weights(terms).get(0));
        assertThat(weights(terms).stream().mapToDouble(weight -> weight).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTermThatCanBePutSeveralWaysCountsOnceAndAsItsCommonestWording() {
        AskedTerm chatter = new AskedTerm(List.of(List.of("震纹", "b:震纹"), List.of("振纹", "b:振纹"), List.of("颤纹")));
        QueryTerms slip = QueryTerms.weigh(List.of(AskedTerm.of("车床"), chatter), COUNTS);
        QueryTerms right = QueryTerms.weigh(List.of(AskedTerm.of("车床"), new AskedTerm(List.of(List.of("颤纹")))), COUNTS);

        assertThat(slip.terms()).hasSize(2);
        assertThat(slip.terms().get(1).alternatives()).hasSize(3).allSatisfy(shares -> assertThat(
                        shares.values().stream().mapToDouble(share -> share).sum())
                .isCloseTo(1, within(1e-9)));
        assertThat(weights(right).get(1)).isGreaterThan(0.5);
        assertThat(slip.words()).containsOnlyKeys("车床", "颤纹");
    }

    @Test
    void ofAPastedPageTheRarestTermsCount() {
        List<AskedTerm> page = IntStream.range(0, 500)
                .mapToObj(i -> AskedTerm.of(i % 100 == 0 ? "振纹" : "w" + i))
                .toList();
        QueryTerms terms = QueryTerms.weigh(page, COUNTS);

        assertThat(terms.terms()).hasSizeLessThanOrEqualTo(64);
        assertThat(terms.lexemes()).contains("振纹");
    }

    @Test
    void nothingAskedHasNoTerms() {
        assertThat(QueryTerms.weigh(List.of(), COUNTS).isEmpty()).isTrue();
    }

    private static List<Double> weights(QueryTerms terms) {
        return terms.terms().stream().map(QueryTerms.Weighed::weight).toList();
    }
}
