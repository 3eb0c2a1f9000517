package io.jiangwen.testsupport;

import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.text.Language;
import io.jiangwen.text.TextRange;

/** Named facts of the domain that tests speak about. */
public final class Facts {
    public static final String SLENDER_SHAFT_QUESTION = "长径比大于20的细长轴车削时怎么控制直线度和表面粗糙度？";

    private static final String STEPS = """
            1. 卡盘只夹15～20 mm长，并在卡爪与工件之间垫一圈φ4 mm开口钢丝圈。
            2. 尾座装弹性回转顶尖，让细长轴受热后能自由伸长。
            3. 用三爪跟刀架支承已加工面，支承爪落后刀尖1～3 mm。
            4. 精车切削速度取60～80 m/min，进给量取0.08～0.12 mm/r，不要中途停车。
            """;

    private Facts() {}

    /** The steps of turning a slender shaft; they begin at offset 100 of their article. */
    public static Passage slenderShaftSteps() {
        return passage(1, "course-turning-slender-shaft", "细长轴车削：直线度与表面粗糙度控制", STEPS.strip(), 100);
    }

    /** Right trade, other matter. */
    public static Passage pumpCavitation() {
        return passage(2, "case-centrifugal-pump-cavitation", "离心泵汽蚀的处置", "离心泵汽蚀时叶轮进口边出现麻坑，应先提高吸入压力。", 0);
    }

    public static Passage passage(long id, String article, String title, String text, int offset) {
        return new Passage(
                id,
                article,
                1,
                ArticleKind.COURSE,
                title,
                "匠问编写组",
                "步骤",
                text,
                new TextRange(offset, offset + text.length()),
                Language.of(text),
                1);
    }
}
