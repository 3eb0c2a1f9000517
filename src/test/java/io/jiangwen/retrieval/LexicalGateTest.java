package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexicalGateTest {
    private static final CorpusCounts COUNTS = new CorpusCounts(
            Map.of("车床", 900, "振纹", 40, "细长", 50, "处理", 5_000, "原因", 4_000, "机床", 20_000, "b:机床", 20_000),
            Map.of(Language.ZH, new CorpusCounts.Size(100_000, 20_000_000)));

    @Test
    void opensToEverythingWhereFewPassagesMatch() {
        LexicalGate gate = gate(100, "振纹", "细长");

        assertThat(gate).isEqualTo(LexicalGate.open(terms("振纹", "细长")));
        assertThat(gate.query()).isEqualTo("'振纹' | '细长'");
    }

    @Test
    void takesRareTermsAloneAndCommonOnesTogether() {
        LexicalGate gate = gate(400, "处理", "振纹", "原因");

        assertThat(gate.complete()).isFalse();
        assertThat(gate.query()).isEqualTo("'振纹' | ('原因' & '处理')");
    }

    @Test
    void asksForTwoWordsAtOnceWhereAllAreCommon() {
        assertThat(gate(100, "处理", "机床", "b:机床", "原因").query()).isEqualTo("('原因' & '处理')");
    }

    @Test
    void aSingleCommonWordIsAllThereIs() {
        assertThat(gate(100, "机床", "b:机床").query()).isEqualTo("'机床'");
    }

    @Test
    void aWordNobodyKnowsCostsNothing() {
        assertThat(gate(100, "机床", "'); DROP").query()).isEqualTo("'''); DROP'");
    }

    private static LexicalGate gate(int bound, String... lexemes) {
        return LexicalGate.rareFirst(terms(lexemes), COUNTS, bound);
    }

    private static QueryTerms terms(String... lexemes) {
        List<AskedTerm> asked = Stream.of(lexemes).map(AskedTerm::of).toList();
        return QueryTerms.weigh(asked, COUNTS);
    }
}
