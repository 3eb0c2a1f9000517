package io.jiangwen.craftsman;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"不是我的工种", "这个不对口", "隔行如隔山", "NOT_MY_TRADE", "Not my trade, sorry", "This is outside my field"})
    void saysThatItIsNotHisTrade(String reason) {
        assertThat(Evidence.isNotMyTrade(reason)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"这周没时间", "出差", "no time", "", "this trade is mine but I am away", "图纸不清楚"})
    void saysSomethingElse(String reason) {
        assertThat(Evidence.isNotMyTrade(reason)).isFalse();
    }
}
