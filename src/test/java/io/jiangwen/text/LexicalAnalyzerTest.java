package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.AnyText;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalAnalyzerTest {
    private static final LexicalAnalyzer ANALYZER = new LexicalAnalyzer();

    @Test
    void cutsChineseIntoWordsAndBigrams() {
        assertThat(terms("细长轴车削时怎么控制直线度和表面粗糙度？"))
                .contains("细长", "控制", "直线", "表面", "粗糙", "b:细长", "b:长轴", "b:直线", "b:线度", "b:粗糙", "b:糙度")
                .doesNotContain("怎么", "和", "时", "？", "b:么控", "b:度和", "b:时怎");
    }

    @Test
    void tellsAWordFromABigram() {
        assertThat(terms("焊接")).containsExactly("焊接", "b:焊接");
        assertThat(terms("b:ab")).containsExactly("b", "ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "，。？！……", "请问这个怎么办呢？", "为什么", "How do I do this?", "的了吗", "👍", "\u200B"})
    void saysNothingForPunctuationAndFunctionWords(String text) {
        assertThat(ANALYZER.lexemes(text)).isEmpty();
    }

    @Test
    void stemsEnglish() {
        assertThat(terms("Why are the bearings of high-speed spindles vibrating?"))
                .containsExactly("bear", "high", "speed", "spindl", "vibrat");
    }

    @ParameterizedTest
    @CsvSource({
        "M10×1.5, Ｍ１０＊１．５",
        "M10×1.5, m10 x 1.5",
        "M10×1.5, M10*1.5",
        "M10×1.5, M10x1.5",
        "M10×1.5, M１０ ✕ 1．5",
        "6205-2RS, 6205 - 2RS",
        "6205-2RS, ６２０５－２ＲＳ",
        "6205-2RS, 6205—2rs",
        "6205-2RS, 6205 2RS",
        "6205-2RS, 6205‐2RS",
        "6205-2RS, 6205－2ＲＳ",
        "GB/T 1804-2000, gb / t1804—2000",
        "GB/T 1804, GBT1804",
        "GB/T 1804, ＧＢ／Ｔ　１８０４",
        "HRC58, 58 HRC",
        "HRC58, ｈｒｃ 58",
        "Ra1.6, Ra 1.6 μm",
        "Ra1.6, Ra≤1.6",
        "Ra0.8, Ｒａ０．８",
        "Ra0.8, ra 0.8",
        "0.02mm, 0.020 ㎜",
        "0.02mm, ０．０２毫米",
        "800r/min, 800 转/分",
        "800 rpm, 800转/分钟",
        "20℃, 20 摄氏度",
        "φ25, 25 mm",
        "HT200, HT-200",
        "S7-1200, S7 – 1200"
    })
    void givesOneLexemeHoweverADesignationIsTyped(String one, String other) {
        assertThat(ANALYZER.lexemes(one)).isNotEmpty().isEqualTo(ANALYZER.lexemes(other));
    }

    @Test
    void keepsDesignationsWholeWithTheirLeadingParts() {
        assertThat(terms("6205-2RS")).containsExactly("6205-2rs", "6205");
        assertThat(terms("M10×1.5-6H")).containsExactly("m10x1.5-6h", "m10", "m10x1.5");
        assertThat(terms("GB/T 1804-2000")).containsExactly("gb/t1804-2000", "gb/t1804");
        assertThat(terms("Q355B")).containsExactly("q355b");
        assertThat(terms("3～5 mm")).containsExactly("3mm", "5mm");
    }

    @Test
    void tellsDifferentDesignationsApart() {
        assertThat(terms("step 3 - turn")).containsExactly("step", "3", "turn");
        assertThat(terms("3mm - 5mm")).containsExactly("3mm", "5mm");
        assertThat(terms("M10×1.25")).doesNotContain("m10x1.5");
        assertThat(terms("转速800，200件")).contains("800", "200").doesNotContain("800200");
        assertThat(terms("16A")).isNotEqualTo(terms("16V"));
    }

    @Test
    void countsPositionsFromOneWithBothReadingsSideBySide() {
        assertThat(ANALYZER.lexemes("0.02mm焊接开裂"))
                .containsExactly(
                        new Lexeme("0.02mm", 1),
                        new Lexeme("焊接", 2),
                        new Lexeme("b:焊接", 2),
                        new Lexeme("开裂", 3),
                        new Lexeme("b:接开", 3),
                        new Lexeme("b:开裂", 4));
    }

    @Test
    void keepsWithinTheLimitsOfATsvector() {
        List<Lexeme> many = ANALYZER.lexemes("shaft ".repeat(20_000));
        assertThat(many).hasSize(20_000);
        assertThat(many.getLast().position()).isEqualTo(16_383);
        assertThat(ANALYZER.lexemes("a1".repeat(300)).getFirst().term()).hasSize(200);
    }

    @Test
    void servesManyThreads() {
        String text = "细长轴车削时怎么控制直线度？Lap the follow rest.";
        List<Lexeme> alone = ANALYZER.lexemes(text);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> ANALYZER.lexemes(text)))
                .allMatch(alone::equals);
    }

    @Property(tries = 500)
    @Domain(AnyText.class)
    void termsFitTheDatabase(@ForAll String text) {
        int before = 1;
        for (Lexeme lexeme : ANALYZER.lexemes(text)) {
            assertThat(lexeme.position()).isBetween(before, 16_383);
            assertThat(lexeme.term())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(200)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
            before = lexeme.position();
        }
    }

    private static List<String> terms(String text) {
        return ANALYZER.lexemes(text).stream().map(Lexeme::term).toList();
    }
}
