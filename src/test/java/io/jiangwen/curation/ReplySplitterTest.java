package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.text.Language;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class ReplySplitterTest {
    private static final String QUESTION = "磨床磨薄板总是翘，怎么办？";

    @Test
    void sortsWhatCraftsmenWrite() {
        CaseCard card = ReplySplitter.split(QUESTION, """
                主要原因是磨削热加上吸盘吸力，松开就弹回来。
                1. 先把砂轮修锋利，用46号软砂轮
                2、双面反复磨，每次0.005 mm
                （3）不吸磁，四周用挡块靠住
                松开后在平板上用塞尺复测，间隙小于0.02 mm算合格。
                这个办法不适用于厚度1 mm以下的板。
                磨之前装好防护罩。
                """);
        assertThat(card.cause()).startsWith("主要原因是磨削热");
        assertThat(card.steps()).containsExactly("先把砂轮修锋利，用46号软砂轮", "双面反复磨，每次0.005 mm", "不吸磁，四周用挡块靠住");
        assertThat(card.verification()).contains("复测");
        assertThat(card.limits()).contains("不适用于");
        assertThat(card.safety()).contains("防护罩");
    }

    @Test
    void aBareReplyIsAStep() {
        CaseCard card = ReplySplitter.split(QUESTION, "改用小吸力，垫0.1 mm纸。");
        assertThat(card.steps()).containsExactly("改用小吸力，垫0.1 mm纸。");
        assertThat(card.cause()).isEmpty();
        assertThat(card.markdown(Language.ZH)).isEqualTo("## 现象\n\n磨床磨薄板总是翘，怎么办？\n\n## 处置步骤\n\n改用小吸力，垫0.1 mm纸。");
    }

    @Test
    void readsEnglishToo() {
        CaseCard card = ReplySplitter.split(
                "Why does the plate warp?",
                "It warps because of grinding heat. Dress the wheel. Verify flatness on a plate.");
        assertThat(card.markdown(Language.EN)).contains("## Symptom", "## Cause", "## Steps", "## Verification");
    }

    @Test
    void aDecimalAtTheStartOfALineIsNoListNumber() {
        assertThat(ReplySplitter.split(QUESTION, "0.02 mm以内可以接受").steps()).containsExactly("0.02 mm以内可以接受");
    }

    @Property(tries = 300)
    void losesNoWord(@ForAll @NotBlank String reply) {
        String letters = reply.replaceAll("[^\\p{L}]", "");
        String card = ReplySplitter.split("问", reply).markdown(Language.ZH);
        if (reply.lines().noneMatch(line -> line.strip().startsWith("#")))
            letters.codePoints().forEach(c -> assertThat(card).contains(Character.toString(c)));
    }
}
