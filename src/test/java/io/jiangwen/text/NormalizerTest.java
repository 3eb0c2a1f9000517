package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.AnyText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
    @ParameterizedTest
    @CsvSource({
        "６２０５－２ＲＳ, 6205-2rs",
        "Ｍ１０×１．５, m10x1.5",
        "M10 * 1.5, m10x1.5",
        "GB/T 1804—2000, gb/t 1804-2000",
        "20 ℃, 20 °c",
        "3～5㎜, 3~5mm",
        "−5, -5",
        "Ｑ３５５Ｂ钢, q355b钢"
    })
    void foldsWhatIsTypedDifferently(String typed, String folded) {
        assertThat(Normalizer.fold(typed)).isEqualTo(folded);
    }

    @Test
    void foldsInvisibleCharactersAwayAndLineEndsToBlanks() {
        assertThat(Normalizer.fold("\uFEFF振\u200B纹\u0000 \r\n\u3000 消除\uD800 ")).isEqualTo("振纹 消除");
    }

    @Test
    void leavesTimesSignsBetweenWordsAlone() {
        assertThat(Normalizer.fold("box * x 钢×铝")).isEqualTo("box * x 钢×铝");
    }

    @Test
    void cleansWhatAPersonTyped() {
        assertThat(Normalizer.clean("\u0007 主轴\u0000异响  \u3000很大 \r\n\r\n\n\n 怎么办\u202E？\uDC00 "))
                .isEqualTo("主轴异响 很大\n\n 怎么办？");
    }

    @Test
    void keepsEmojiCaseTabsAndLineEnds() {
        assertThat(Normalizer.clean("谢谢👨‍🏭👍🏽\tHRC58\n好")).isEqualTo("谢谢👨‍🏭👍🏽\tHRC58\n好");
    }

    @Property
    @Domain(AnyText.class)
    void foldingTwiceChangesNothing(@ForAll String text) {
        String folded = Normalizer.fold(text);
        assertThat(Normalizer.fold(folded)).isEqualTo(folded);
        assertThat(folded).isEqualTo(folded.strip()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    }

    @Property
    @Domain(AnyText.class)
    void cleaningTwiceChangesNothing(@ForAll String text) {
        String cleaned = Normalizer.clean(text);
        assertThat(Normalizer.clean(cleaned)).isEqualTo(cleaned);
        assertThat(cleaned).isEqualTo(cleaned.strip()).doesNotContainPattern("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    }
}
