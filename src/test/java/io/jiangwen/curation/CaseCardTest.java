package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseCardTest {
    private static final CaseCard FULL = new CaseCard(
            "轴中间粗怎么办？", "中间粗0.1 mm", "CA6140，45钢", "让刀", List.of("装跟刀架", "反向走刀"), "复测直线度", "直径10 mm以上", "断电后装夹");

    @Test
    void hasTheHeadingsOfACaseInTheOrderOfReading() {
        assertThat(FULL.markdown(Language.ZH).lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## 安全等级", "## 现象", "## 设备/工况", "## 原因", "## 处置步骤", "## 验证", "## 适用范围与禁忌");
        assertThat(FULL.markdown(Language.ZH)).contains("1. 装跟刀架\n2. 反向走刀");
    }

    @Test
    void keepsTheAskersWordsUnderTheSymptom() {
        assertThat(FULL.markdown(Language.ZH)).contains("## 现象\n\n轴中间粗怎么办？\n\n中间粗0.1 mm");
    }

    @Test
    void leavesOutWhatNobodySaid() {
        CaseCard bare = new CaseCard("轴中间粗怎么办？", "", "", "", List.of("装跟刀架", " "), "", "", "");
        assertThat(bare.markdown(Language.ZH)).isEqualTo("## 现象\n\n轴中间粗怎么办？\n\n## 处置步骤\n\n装跟刀架");
    }

    @Test
    void changesEveryPart() {
        assertThat(FULL.map(text -> "x").markdown(Language.EN)).doesNotContain("跟刀架", "CA6140", "断电");
    }
}
