package io.jiangwen.knowledge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.jiangwen.testsupport.AnyText;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {
    private static final String LESSON = """
            细长轴车削要同时管住让刀、受热伸长和振动。

            ## 步骤
            ### 装夹
            卡盘只夹15～20 mm长。

            尾座装弹性回转顶尖。

            ### 参数
            精车参数如下：

            | 工序 | 切削速度 m/min |
            |---|---|
            | 粗车 | 50～60 |
            | 精车 | 60～80 |

            ## 安全
            禁止用手摸工件。
            """;

    private final Chunker chunker = new Chunker();

    @Test
    void knowsTheHeadingsAbove() {
        assertThat(chunker.chunk(LESSON, 200, 400))
                .extracting(Chunk::headingPath)
                .containsExactly("", "步骤 > 装夹", "步骤 > 参数", "安全");
    }

    @Test
    void joinsSmallNeighboursUnderOneHeadingUpToTheTarget() {
        assertThat(texts(LESSON, 200, 400)).contains("卡盘只夹15～20 mm长。\n\n尾座装弹性回转顶尖。");
        assertThat(texts(LESSON, 15, 400)).contains("卡盘只夹15～20 mm长。", "尾座装弹性回转顶尖。");
    }

    @Test
    void keepsATableWholeWithTheLineThatAnnouncesIt() {
        assertThat(texts(LESSON, 10, 400)).anyMatch(text -> text.startsWith("精车参数如下：") && text.endsWith("| 60～80 |"));
    }

    @Test
    void cutsALongListAtItemsAndKeepsAShortOneWhole() {
        String list = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> i + ". 第" + i + "步先停车，再松爪。\n   然后重新研合支承爪。\n")
                .collect(Collectors.joining());
        assertThat(texts(list, 40, 400)).containsExactly(list.strip());
        assertThat(texts(list, 60, 100)).hasSizeGreaterThan(2).allMatch(text -> text.matches("(?s)\\d\\. 第.*研合支承爪。"));
    }

    @Test
    void cutsALongTableAtRows() {
        String table = "| 现象 | 处置 |\n|---|---|\n" + "| 竹节形 | 松爪。重新研合，轻触即可 |\n".repeat(20);
        assertThat(texts(table, 80, 120))
                .hasSizeGreaterThan(3)
                .allMatch(text -> text.startsWith("|") && text.endsWith("|"));
    }

    @Test
    void cutsALongParagraphAtSentences() {
        String paragraph = "径向切削力把轴推离刀尖，所以要用大主偏角。".repeat(20);
        assertThat(texts(paragraph, 100, 120)).hasSizeGreaterThan(3).allMatch(text -> text.endsWith("。"));
    }

    @Test
    void keepsAQuestionWithItsAnswer() {
        String faq = "问：振纹怎么消除？\n\n答：先查顶尖。\n\n再换小圆弧刀尖。\n\n**问：** 锥度呢？\n\n答：校正尾座。";
        assertThat(texts(faq, 20, 60)).containsExactly("问：振纹怎么消除？\n\n答：先查顶尖。\n\n再换小圆弧刀尖。", "**问：** 锥度呢？\n\n答：校正尾座。");
        String close = "Q: Why chatter?\nA: Worn centre.\nQ: Why taper?\nA: Tailstock is off.";
        assertThat(texts(close, 20, 45))
                .containsExactly("Q: Why chatter?\nA: Worn centre.", "Q: Why taper?\nA: Tailstock is off.");
    }

    @Test
    void cutsNestedListsCodeAndHtmlWhereTheirLinesEnd() {
        assertThat(texts("- 装夹\n  - 夹15 mm长\n  - 垫钢丝圈\n- 找正\n", 12, 20))
                .allMatch(text -> text.length() <= 20)
                .anyMatch(text -> text.endsWith("垫钢丝圈"));
        assertThat(texts("```\nG00 X20. Z2.\nG01 Z-80. F0.1\nM30\n```\n", 12, 15))
                .contains("G00 X20. Z2.", "G01 Z-80. F0.1");
        assertThat(texts("<table>\n<tr><td>竹节形</td></tr>\n<tr><td>松爪</td></tr>\n</table>\n", 24, 26))
                .contains("<tr><td>竹节形</td></tr>");
    }

    @Test
    void readsCrLfSetextHeadingsAndMarksInHeadings() {
        String text = "步骤\r\n===\r\n\r\n## **装夹** 与 [找正](a.md) ##\r\n\r\n夹紧。\r\n";
        assertThat(chunker.chunk(text, 100, 200))
                .containsExactly(new Chunk("步骤 > 装夹 与 找正", new TextRange(40, 43), "夹紧。"));
    }

    @Test
    void readsTextWithoutHeadings() {
        assertThat(texts("主轴异响，已换轴承。", 100, 200)).containsExactly("主轴异响，已换轴承。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "# 只有标题", "---", "\u00A0\n"})
    void givesNoBlankChunk(String markdown) {
        assertThat(chunker.chunk(markdown, 100, 200)).isEmpty();
    }

    @Test
    void refusesSizesThatCannotBeKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> chunker.chunk("轴", 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> chunker.chunk("轴", 10, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> chunker.chunk("轴", 1, 1));
    }

    @Test
    void readsAMegabyteQuicklyWhateverItHolds() {
        for (String unit : List.of(LESSON, "- 装夹。\n", "轴", ">"))
            assertTimeout(ofSeconds(10), () -> chunker.chunk(unit.repeat(1_000_000 / unit.length()), 400, 800), unit);
        String wide = "|a".repeat(5_000) + "\n" + "|-".repeat(5_000) + "\n" + "|b\n".repeat(20_000);
        assertTimeout(ofSeconds(10), () -> chunker.chunk(wide, 400, 800));
        String deep = ">".repeat(10_000) + "a\n" + "b\n".repeat(10_000);
        assertTimeout(ofSeconds(10), () -> chunker.chunk(deep, 400, 800));
    }

    @Property
    @Domain(AnyText.class)
    @Domain(DomainContext.Global.class)
    void rangesAreExactInOrderAndShortEnough(@ForAll String text, @ForAll @IntRange(min = 2, max = 90) int target) {
        int before = 0;
        for (Chunk chunk : chunker.chunk(text, target, target + 20)) {
            assertThat(chunk.text()).isEqualTo(chunk.range().of(text)).isNotBlank();
            assertThat(chunk.range().start()).isGreaterThanOrEqualTo(before);
            assertThat(chunk.range().length()).isLessThanOrEqualTo(target + 20);
            before = chunk.range().end();
        }
    }

    @Property
    @Domain(AnyText.class)
    void nothingButHeadingsAndRulesIsLeftOut(@ForAll String text) {
        String plain = text.replaceAll("[#=\\-*_>+]", "");
        StringBuilder left = new StringBuilder(plain);
        for (Chunk chunk : chunker.chunk(plain, 30, 50)) blank(left, chunk.range());
        String said = Sentences.split(plain).stream()
                .map(range -> range.of(left.toString()))
                .collect(Collectors.joining());
        assertThat(said.codePoints().filter(Character::isLetterOrDigit)).isEmpty();
    }

    private static void blank(StringBuilder text, TextRange range) {
        text.replace(range.start(), range.end(), " ".repeat(range.length()));
    }

    private List<String> texts(String markdown, int target, int longest) {
        return chunker.chunk(markdown, target, longest).stream()
                .map(Chunk::text)
                .toList();
    }
}
