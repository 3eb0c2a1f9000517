package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String SHAFT = "车削细长轴时工件容易弯曲变形，应使用跟刀架支承并减小背吃刀量，必要时分粗车和精车两次装夹，精车前校直并检查两端中心孔。";

    @Test
    void seesACopyWithAnotherEnding() {
        assertThat(new Likeness(SHAFT).saysNearlyTheSameAs(SHAFT + "谢谢。")).isTrue();
        assertThat(new Likeness(SHAFT).saysNearlyTheSameAs(SHAFT.replace("，", " , ")))
                .isTrue();
    }

    @Test
    void seesALongTextInsideALongerOne() {
        assertThat(new Likeness(SHAFT).saysNearlyTheSameAs("铣床主轴发热先看润滑油位。".repeat(9) + SHAFT))
                .isTrue();
    }

    @Test
    void leavesOtherTextsApart() {
        assertThat(new Likeness(SHAFT).saysNearlyTheSameAs("车削细长轴时要注意切削液的浓度。")).isFalse();
        assertThat(new Likeness(SHAFT).saysNearlyTheSameAs("")).isFalse();
        assertThat(new Likeness("").saysNearlyTheSameAs("")).isFalse();
    }
}
