package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {
    private static final LexicalAnalyzer ANALYZER = new LexicalAnalyzer();

    @Test
    void keepsWordsOnceAndNoBigrams() {
        assertThat(Terms.contentTerms(ANALYZER.lexemes("不锈钢怎么焊接？不锈钢焊接 M10"))).containsExactly("不锈钢", "焊接", "m10");
    }

    @Test
    void isEmptyForAQuestionWithoutContent() {
        assertThat(Terms.contentTerms(ANALYZER.lexemes("请问这个怎么办？"))).isEmpty();
    }
}
