package io.jiangwen.text;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.jiangwen.testsupport.AnyText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @Test
    void splitsAtChineseMarks() {
        assertThat(sentences("细长轴刚性差。车削时怎么办？先研合支承爪；再上刀！")).containsExactly("细长轴刚性差。", "车削时怎么办？", "先研合支承爪；", "再上刀！");
    }

    @Test
    void splitsAtEnglishMarks() {
        assertThat(sentences("Support the shaft. Is it straight? Yes! Cool it."))
                .containsExactly("Support the shaft.", "Is it straight?", "Yes!", "Cool it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "直线度不大于0.02 mm，表面粗糙度Ra1.6 μm。",
                "Use approx. 0.02 mm of depth, e.g. with tool No. 5 of Fig. 3.",
                "Version 1.2.3 of the U.S. Bureau was written by Dr. Smith vs. Mr. J. Wang.",
                "跟刀架（先研合。再装）要贴合工件。",
                "他说“停！”，然后走了。",
                "“停！”他喊道。",
                "Turn at max. 800 r/min.",
                "See http://example.org/a?b=c for more.",
                "![跟刀架](a.png)装好。",
                "Wait... then go on.",
                "如果 a != b 则停车。"
            })
    void keepsWhatIsNoEndInside(String sentence) {
        assertThat(sentences(sentence)).containsExactly(sentence);
    }

    @Test
    void keepsAClosingMarkWithItsSentence() {
        assertThat(sentences("师傅说：“先停车。再测量。”然后松爪。「慢。」好。（不要停车！）She said \"stop.\" Then he left."))
                .containsExactly(
                        "师傅说：“先停车。再测量。”", "然后松爪。", "「慢。」", "好。", "（不要停车！）", "She said \"stop.\"", "Then he left.");
    }

    @Test
    void keepsRunsOfMarksAndEmphasisTogether() {
        assertThat(sentences("**先研合。**再装？！好的……。真的👍。")).containsExactly("**先研合。**", "再装？！", "好的……。", "真的👍。");
    }

    @Test
    void leavesListMarkersOutside() {
        assertThat(sentences("1. 装夹工件\n2、找正。再夹紧\n- 上刀\n* [x] 测量\n（3）停车\n④卸件\n> 引用。\n12. 检查 1.5 mm"))
                .containsExactly("装夹工件", "找正。", "再夹紧", "上刀", "测量", "停车", "卸件", "引用。", "检查 1.5 mm");
    }

    @Test
    void takesARowForASentenceWithoutItsOuterPipes() {
        assertThat(sentences("| 现象 | 处置 |\n|---|:-:|\n| 竹节形 | 松爪。重新研合 |")).containsExactly("现象 | 处置", "竹节形 | 松爪。重新研合");
    }

    @Test
    void skipsHeadingsRulesAndFences() {
        assertThat(sentences("# 步骤\n第一步\n\n标题\n---\n正文\n\n***\n```java\na. b\n# c\n```\n尾"))
                .containsExactly("第一步", "正文", "a. b", "# c", "尾");
    }

    @Test
    void readsWrappedEnglishAsOneSentence() {
        String wrapped = "The follow rest has to be lapped to the shaft before\nthe first cut is taken.";
        assertThat(sentences(wrapped + " Then cut.")).containsExactly(wrapped, "Then cut.");
        assertThat(sentences("first line\nsecond line")).containsExactly("first line", "second line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "。！？", "---", "# 只有标题", "|---|", "- ", "\u3000", "👍"})
    void findsNothingWhereNothingIsSaid(String text) {
        assertThat(Sentences.split(text)).isEmpty();
    }

    @Test
    void survivesBracketsThatNobodyCloses() {
        assertThat(sentences("（先研合。再装。")).containsExactly("（先研合。", "再装。");
        assertThat(sentences("8)先研合。“再装。")).containsExactly("先研合。", "“再装。");
    }

    @Test
    void readsAMegabyteQuickly() {
        String text = "细长轴车削时，直线度不大于0.02 mm。Lap it (approx. 5 min.) first! ".repeat(20_000);
        assertThat(assertTimeout(ofSeconds(5), () -> Sentences.split(text))).hasSize(40_000);
        assertTimeout(ofSeconds(5), () -> Sentences.split("（".repeat(1_000_000)));
        assertTimeout(ofSeconds(5), () -> Sentences.split("。*".repeat(500_000)));
    }

    @Property
    @Domain(AnyText.class)
    void rangesAreInOrderTrimmedAndSaySomething(@ForAll String text) {
        int before = 0;
        for (TextRange range : Sentences.split(text)) {
            String sentence = range.of(text);
            assertThat(range.start()).isGreaterThanOrEqualTo(before);
            assertThat(sentence).isNotBlank().isEqualTo(sentence.strip());
            assertThat(sentence.codePoints().anyMatch(Character::isLetterOrDigit))
                    .isTrue();
            assertThat(partsAPair(text, range.start()) || partsAPair(text, range.end()))
                    .isFalse();
            before = range.end();
        }
    }

    private static boolean partsAPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static List<String> sentences(String text) {
        return Sentences.split(text).stream().map(range -> range.of(text)).toList();
    }
}
