package io.jiangwen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FourGramsTest {
    @Test
    void areRunsOfFourLettersOrDigitsInLowerCase() {
        assertThat(FourGrams.of("GB/T 699：45 钢").overlap(FourGrams.of("gbt69945钢")))
                .isEqualTo(1);
        assertThat(FourGrams.of("细长轴振刀").size()).isEqualTo(2);
        assertThat(FourGrams.of("ababababab").size()).isEqualTo(2);
    }

    @Test
    void countTheShareOfOneSetInAnother() {
        assertThat(FourGrams.of("abcdef").shareIn(FourGrams.of("xabcdx"))).isEqualTo(1.0 / 3);
        assertThat(FourGrams.of("abcdef").shareIn(FourGrams.of("ghijkl"))).isZero();
    }

    @Test
    void compareByTheSmallerSet() {
        FourGrams part = FourGrams.of("主轴发热怎么办");
        FourGrams whole = FourGrams.of("数控车床主轴发热怎么办，先停机");
        assertThat(part.overlap(whole)).isEqualTo(1);
        assertThat(whole.overlap(part)).isEqualTo(1);
        assertThat(whole.shareIn(part)).isLessThan(1);
    }

    @Test
    void areNoneInAShortText() {
        FourGrams none = FourGrams.of("师傅呢");
        assertThat(none.size()).isZero();
        assertThat(FourGrams.of("").shareIn(none)).isZero();
    }
}
