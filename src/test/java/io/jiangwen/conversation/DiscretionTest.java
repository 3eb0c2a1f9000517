package io.jiangwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscretionTest {
    @Test
    void takesEveryNameOut() {
        assertThat(new Discretion("示例精密机械厂", null, "13800138000").apply("示例精密机械厂的细长轴怎么车？电话13800138000，示例精密机械厂"))
                .isEqualTo("〔…〕的细长轴怎么车？电话〔…〕，〔…〕");
    }

    @Test
    void aNameWithinALongerOneLeavesNothingBehind() {
        assertThat(new Discretion("精密", "精密机械厂").apply("精密机械厂")).isEqualTo("〔…〕");
    }

    @Test
    void withoutNamesTheWordsStay() {
        assertThat(new Discretion(null, " ", "").apply("细长轴怎么车？")).isEqualTo("细长轴怎么车？");
    }
}
