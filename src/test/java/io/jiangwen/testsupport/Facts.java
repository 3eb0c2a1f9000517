package io.jiangwen.testsupport;

import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.text.Language;
import io.jiangwen.text.TextRange;

/** Named facts of the domain that tests speak about. */
public final class Facts {
    public static final String SLENDER_SHAFT_QUESTION = "长径比大于20的细长轴车削时怎么控制直线度和表面粗糙度？";

    /** No shipped article knows anything about it. */
    public static final String ACRYLIC_QUESTION = "激光切割8 mm亚克力板时断面发黄、起泡，怎么解决？";

    /** The same trouble in the words of somebody else. */
    public static final String ACRYLIC_QUESTION_IN_OTHER_WORDS = "我们用激光机切亚克力，切口发黄还有气泡，应该怎么调？";

    public static final String ACRYLIC_REPLY = """
            原因是功率过高、走得太慢，亚克力断面过热，所以发黄、起泡。
            1. 激光功率降到额定的60%左右，切割速度提到12 mm/s。
            2. 吹气压力降到0.02 MPa，只带走烟气，不直吹亚克力断面。
            3. 板下垫空10～20 mm排烟，切割时保留保护膜。
            复测：切后断面透明、没有气泡才算合格。
            """;

    /** A write-up as a curator uploads it. */
    public static final String BAND_SAW_ARTICLE = """
            ---
            title: 木工带锯机锯条跑偏的调整
            kind: CASE
            author: 示例木工组
            source: 教学示例
            ---
            ## 现象
            木工带锯机锯条工作时从锯轮上跑偏，锯缝歪斜。

            ## 处置步骤
            1. 先停机断电，检查带锯条接头是否平直，接头弯的锯条要换掉。
            2. 调上锯轮倾角，使带锯条的齿根刚好露出锯轮外缘2～3 mm。
            3. 手转锯轮三圈，锯条不再跑偏后，再把锯卡靠到离锯条0.1 mm处。
            """;

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
