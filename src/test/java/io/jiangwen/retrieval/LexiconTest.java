package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.Glossary;
import io.jiangwen.knowledge.GlossaryTerm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private static final Lexicon LEXICON = new Lexicon(new Glossary(
            1,
            List.of(
                    new GlossaryTerm("振纹", List.of("颤纹"), List.of("chatter mark"), List.of("震纹"), null),
                    new GlossaryTerm("丝", List.of("道"), List.of(), List.of(), "0.01 mm"),
                    new GlossaryTerm("尾座", List.of("尾架"), List.of("tailstock"), List.of(), null))));

    @Test
    void aSynonymAndASlipAreOtherWaysToPutOneTerm() {
        assertThat(grouped("车细长轴有震纹"))
                .containsExactly(List.of(
                        List.of("震", "b:震纹", "纹"),
                        List.of("振", "b:振纹", "纹"),
                        List.of("颤", "b:颤纹", "纹"),
                        List.of("chatter", "mark")));
        assertThat(grouped("有颤纹怎么办")).hasSize(1);
        assertThat(plain("车细长轴有震纹")).contains("细长").doesNotContain("b:震纹");
    }

    @Test
    void aSiIsAHundredthOfAMillimetre() {
        assertThat(grouped("同轴度差3丝")).contains(List.of(List.of("3丝"), List.of("0.03mm")));
        assertThat(grouped("磨掉1.5 丝")).contains(List.of(List.of("1.5丝"), List.of("0.015mm")));
        assertThat(grouped("间隙 0.03mm").getFirst()).contains(List.of("0.03mm"), List.of("3丝"));
        assertThat(grouped("长 300mm 的轴")).isEmpty();
    }

    @Test
    void theEnglishNameFindsTheChineseOneWithinWordsOnly() {
        assertThat(LEXICON.toChinese("chatter mark")).containsExactly("振纹", "颤纹");
        assertThat(LEXICON.toEnglish("尾架")).containsExactly("tailstock");
        assertThat(grouped("tailstocks")).isEmpty();
        assertThat(grouped("the Tailstock moves")).hasSize(1);
    }

    @Test
    void withoutAKnownTermAQuestionIsItsLexemes() {
        assertThat(grouped("丝杠间隙")).isEmpty();
        assertThat(plain("车床")).containsExactly("车床", "b:车床");
    }

    private static List<List<List<String>>> grouped(String question) {
        return LEXICON.read(question).stream()
                .map(AskedTerm::alternatives)
                .filter(alternatives -> alternatives.size() > 1)
                .toList();
    }

    private static List<String> plain(String question) {
        return LEXICON.read(question).stream()
                .map(AskedTerm::alternatives)
                .filter(alternatives -> alternatives.size() == 1)
                .flatMap(alternatives -> Stream.of(alternatives.getFirst().getFirst()))
                .toList();
    }
}
