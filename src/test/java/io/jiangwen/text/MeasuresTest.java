package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
    private static List<Measure> read(String text) {
        return Measures.in(Measures.readable(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.02 mm|2丝",
                "三到五天|3～5天",
                "半小时|30分钟",
                "half an hour|30 minutes",
                "195.6万米|1956千米",
                "流量60 L/min|每分钟60升",
                "八成|80%",
                "百分之十|10%",
                "3吨|3000 kg",
                "１２００转/分|1200 r/min",
                "两天|48 h",
                "1,142 km|1142千米",
                "0.05至0.8兆帕|50到800 kPa",
                "十五世纪|15th century",
                "2 weeks|14 days",
                "2 m/s|7200 m/h",
                "1.14倍|114%",
                "五千克|5 kg"
            })
    void readsTheSameAmountInBoth(String one, String other) {
        List<Measure> first = read(one);
        List<Measure> second = read(other);
        assertThat(first).isNotEmpty().hasSameSizeAs(second);
        for (int i = 0; i < first.size(); i++)
            assertThat(first.get(i).isSameAmount(second.get(i)))
                    .as(one + " " + other)
                    .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.27 MPa|0.27 bar",
                "80 °C|80 °F",
                "5 g|5 kg",
                "3 mm|3 cm",
                "10 V|10 A",
                "2 h|2 min",
                "12 次|13 次",
                "30%|30 MPa",
                "2001年|2006年"
            })
    void readsAnotherAmount(String one, String other) {
        assertThat(read(one).getFirst().isSameAmount(read(other).getFirst())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"不大于3 mm", "不超过3毫米", "at most 3 mm", "up to 3 mm", "3 mm以内", "小于3 mm", "not more than 3 mm"})
    void tellsAMost(String text) {
        assertThat(read(text).getFirst().bound()).isEqualTo(Measure.Bound.AT_MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"不小于3 mm", "至少3毫米", "at least 3 mm", "3 mm以上", "超过3 mm", "not less than 3 mm", "above 3 mm"})
    void tellsALeast(String text) {
        assertThat(read(text).getFirst().bound()).isEqualTo(Measure.Bound.AT_LEAST);
    }

    @Test
    void findsNothingWhereNothingIsCounted() {
        assertThat(read("先停机断电，再一起检查千斤顶。")).isEmpty();
        assertThat(read("")).isEmpty();
    }
}
