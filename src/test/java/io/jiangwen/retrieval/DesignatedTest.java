package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.text.Language;
import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignatedTest {
    private static final LexicalAnalyzer ANALYZER = new LexicalAnalyzer();
    private static final CorpusCounts COUNTS = new CorpusCounts(
            Map.of("gb/t1804", 2, "6205", 20, "公差", 300), Map.of(Language.ZH, new CorpusCounts.Size(1_000, 200_000)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB/T 1804",
                "ＧＢ／Ｔ１８０４",
                "6205-2RS",
                "M10×1.5",
                "Q235",
                "HT250",
                "HRC58",
                "Ra 0.8",
                "4Cr13",
                "DIN 933"
            })
    void aStandardAModelAThreadAndAGradeAreDesignations(String name) {
        assertThat(in(name + " 的一般公差怎么选").weights()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.02 mm", "220 V", "3 丝", "45 N·m", "2024", "4～20 mA", "-20 ℃", "公差", "tolerance", "", "1/2"})
    void quantitiesNumbersAndWordsAreNone(String quantity) {
        assertThat(in(quantity + " 的一般公差怎么选").weights()).isEmpty();
    }

    @Test
    void theRarerCountsMore() {
        Designated designated = in("GB/T 1804 和 6205-2RS 的公差");
        assertThat(designated.weights().values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(designated.in(having("gb/t1804", "公差"))).isGreaterThan(0.3);
        assertThat(designated.in(having("6205-2rs"))).isGreaterThan(designated.in(having("gb/t1804")));
        assertThat(designated.in(having("公差"))).isZero();
        assertThat(designated.in(TermPlaces.Places.NONE)).isZero();
    }

    @Test
    void aQuestionWithoutOneGivesNobodyAnything() {
        assertThat(in("一般公差怎么选").in(having("公差", "一般"))).isZero();
        assertThat(in("").in(having("公差"))).isZero();
    }

    private static Designated in(String question) {
        List<AskedTerm> asked = ANALYZER.lexemes(question).stream()
                .map(Lexeme::term)
                .distinct()
                .map(AskedTerm::of)
                .toList();
        return Designated.of(QueryTerms.weigh(asked, COUNTS), COUNTS);
    }

    private static TermPlaces.Places having(String... lexemes) {
        return new TermPlaces.Places(
                List.of(lexemes).stream().collect(Collectors.toMap(lexeme -> lexeme, lexeme -> List.of(1))), 20);
    }
}
