package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThoughtsTest {
    private static final String TEXT =
            "一。<think>密<Think kind=\"x\">更密</THINK>仍密</think >二 < 三，a<b。<reasoning>密</reasoning>四<thinking>密";

    private static String told(String text, int size) {
        Thoughts thoughts = new Thoughts();
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < text.length(); i += size)
            told.append(thoughts.accept(text.substring(i, Math.min(text.length(), i + size))));
        return told.append(thoughts.end()).toString();
    }

    @Property
    void areTakenOutHoweverTheStreamIsCut(@ForAll @IntRange(min = 1, max = 90) int size) {
        assertThat(told(TEXT, size)).isEqualTo("一。二 < 三，a<b。四");
    }

    @Test
    void anEndWithoutABeginningIsTold() {
        Thoughts thoughts = new Thoughts();
        thoughts.accept("密</think>一");
        assertThat(thoughts.endedUnopened()).isTrue();
    }

    @Test
    void textWithoutThoughtsStays() {
        assertThat(told("阀门压力 <0.5 MPa，温度>20 ℃", 3)).isEqualTo("阀门压力 <0.5 MPa，温度>20 ℃");
    }
}
