package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeQuestionsTest {
    private static final Source SHAFT =
            new Source("shaft", "细长轴车削变形", "", "车削细长轴时工件容易弯曲变形，应使用跟刀架支承并减小背吃刀量。", Language.ZH);
    private static final Source DRYER = new Source(
            "dryer",
            "Refrigerated dryer",
            "",
            "Water in the compressed-air line downstream of the dryer comes from an inlet that is too hot.",
            Language.EN);

    private static List<MadeQuestion> made(List<Source> sources, long seed) {
        return new MadeQuestions(sources, seed).make();
    }

    private static List<Source> many(Source source) {
        return IntStream.range(0, 200)
                .mapToObj(i -> new Source("a" + i, source.title(), "", source.text(), source.language()))
                .toList();
    }

    @Test
    void saysASentenceInOtherWords() {
        for (MadeQuestion question : made(List.of(SHAFT, DRYER), 5)) {
            assertThat(question.question().text()).isNotBlank();
            assertThat(question.source().text())
                    .isNotEqualTo(question.question().text());
            assertThat(question.question().language())
                    .isEqualTo(question.source().language());
        }
        assertThat(made(List.of(SHAFT, DRYER), 5)).hasSize(2);
    }

    @Test
    void sameKnowledgeAndSeedGiveTheSameQuestions() {
        assertThat(made(many(SHAFT), 1)).isEqualTo(made(many(SHAFT), 1)).isNotEqualTo(made(many(SHAFT), 2));
    }

    @Test
    void hidesAboutHalfOfTheAnswers() {
        assertThat(made(many(DRYER), 1).stream().filter(MadeQuestion::masked).count())
                .isBetween(70L, 130L);
    }

    @Test
    void asksNothingOfAPassageThatHardlySaysAnything() {
        Source bare = new Source("bare", "表", "", "见下。12 34", Language.ZH);
        assertThat(made(List.of(bare), 1)).isEmpty();
        assertThat(made(List.of(), 1)).isEmpty();
    }
}
