package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositesTest {
    @ParameterizedTest
    @CsvSource({
        "压力升高,压力降低",
        "左侧,右侧",
        "push the lever,pull the lever",
        "the thickest wall is thick,the wall is thin",
        "直流正接,直流反接"
    })
    void tellsWhatIsTurned(String one, String other) {
        assertThat(Opposites.between(one, other)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"压力升高,压力上升", "由大到小,由小到大", "push the lever,press the lever", "左右两侧,右侧和左侧"})
    void leavesWhatIsNot(String one, String other) {
        assertThat(Opposites.between(one, other)).isZero();
    }

    @Test
    void countsDenials() {
        assertThat(Denials.count("不得用手触摸")).isEqualTo(1);
        assertThat(Denials.count("不锈钢不超过3 mm，不仅快")).isZero();
        assertThat(Denials.count("it does not cure cracks and must never be used"))
                .isEqualTo(2);
    }
}
