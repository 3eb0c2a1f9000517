package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationCheckTest {
    private final CitationCheck check = Checks.SHIPPED;
    private final List<String> steps = List.of(Facts.slenderShaftSteps().text());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "尾座装弹性回转顶尖，让细长轴受热后能自由伸长。",
                "尾座应装弹性回转顶尖，细长轴受热后能自由伸长。",
                "精车切削速度取60～80 m/min。",
                "三爪跟刀架的支承爪落后刀尖1～3 mm。"
            })
    void letsPassWhatThePassageSays(String sentence) {
        assertThat(check.examine(sentence, steps).isSupported()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a changed number, another unit, a turned negation, a foreign sentence, an invented grade
                "精车切削速度取160～180 m/min。",
                "支承爪落后刀尖1～3 cm。",
                "尾座不要装弹性回转顶尖，细长轴受热后不能自由伸长。",
                "精车时可以中途停车。",
                "离心泵汽蚀时应先提高吸入压力。",
                "卡盘只夹15～20 mm长，材料选用GCr15。",
                ""
            })
    void stopsWhatItDoesNotSay(String sentence) {
        assertThat(check.examine(sentence, steps).isSupported()).isFalse();
    }

    @Test
    void nothingSupportsWithoutEvidence() {
        assertThat(check.examine("尾座装弹性回转顶尖。", List.of()).isSupported()).isFalse();
    }
}
