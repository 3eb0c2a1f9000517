package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.AnyText;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifiedTest {
    @ParameterizedTest
    @CsvSource({
        "車床主軸發熱怎麼辦, 车床主轴发热怎么办",
        "細長軸車削時產生振紋, 细长轴车削时产生振纹",
        "銲接後變形, 焊接后变形",
        "著名的軸承, 著名的轴承",
        "M10×1.5 螺紋, M10×1.5 螺纹"
    })
    void writesTraditionalCharactersAsSimplifiedOnes(String traditional, String simplified) {
        assertThat(Simplified.of(traditional)).isEqualTo(simplified);
    }

    @Test
    void handsOnWhatHasNoTraditionalCharacter() {
        String text = "车床主轴发热，spindle 6205-2RS 怎么办？";

        assertThat(Simplified.of(text)).isSameAs(text);
    }

    @Test
    void aTraditionalQuestionHasTheTermsOfTheSimplifiedOne() {
        assertThat(terms("細長軸車削時產生振紋")).isEqualTo(terms("细长轴车削时产生振纹"));
    }

    @Property
    @Domain(AnyText.class)
    void neverFailsAndLeavesLatinTextAlone(@ForAll String text) {
        String folded = Simplified.of(text);

        assertThat(folded.chars().filter(c -> c < 0x2E80).boxed().toList())
                .isEqualTo(text.chars().filter(c -> c < 0x2E80).boxed().toList());
    }

    private static String terms(String text) {
        return new LexicalAnalyzer().lexemes(text).stream().map(Lexeme::term).collect(Collectors.joining(" "));
    }
}
