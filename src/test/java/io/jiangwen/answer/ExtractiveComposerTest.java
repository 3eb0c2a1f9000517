package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtractiveComposerTest {
    private record Config(int sentences, int passages, double supportedWords, Optional<String> promptsDir)
            implements AnswerConfig {}

    private final ExtractiveComposer composer = new ExtractiveComposer(new Config(8, 6, 0.7, Optional.empty()));

    private static final Question HOW = Question.of(Facts.SLENDER_SHAFT_QUESTION);

    private static Hit hit(Passage passage, double score) {
        return new Hit(passage, new Evidence(score, score, score, score));
    }

    @Test
    void quotesTheBestPassageWordForWordAndInOrder() {
        Passage steps = Facts.slenderShaftSteps();
        List<SourcedSentence> answer = composer.compose(
                HOW,
                new SearchResult(
                        List.of(hit(steps, 1.0), hit(Facts.pumpCavitation(), 0.2)), Map.of("细长", 0.5, "跟刀架", 0.5)));
        assertThat(answer).isNotEmpty().allSatisfy(sentence -> {
            SourcedSentence.Source source = sentence.sources().getFirst();
            assertThat(source.passage()).isEqualTo(steps);
            assertThat(source.range().of(steps.text())).isEqualTo(sentence.text());
        });
        assertThat(answer)
                .extracting(sentence -> sentence.sources().getFirst().range().start())
                .isSorted();
    }

    @Test
    void neverQuotesAQuestionAsAnAnswer() {
        Passage wordings = Facts.passage(3, "question-x", "凹陷", "缩水怎么办？\n凹坑怎么消除？\n保压时间应延长到8 s。", 0);
        assertThat(composer.compose(HOW, new SearchResult(List.of(hit(wordings, 1.0)), Map.of("保压", 1.0))))
                .extracting(SourcedSentence::text)
                .containsExactly("保压时间应延长到8 s。");
    }

    @Test
    void hasNothingToSayWithoutPassages() {
        assertThat(composer.compose(HOW, new SearchResult(List.of(), Map.of()))).isEmpty();
    }

    @Test
    void citationsPointIntoTheArticle() {
        Passage steps = Facts.slenderShaftSteps();
        AnswerBuilder builder = new AnswerBuilder(AnswerListener.NONE);
        TextRange first = new TextRange(3, 20);
        builder.add(new SourcedSentence("一", List.of(new SourcedSentence.Source(steps, first))));
        builder.add(new SourcedSentence("二", List.of(new SourcedSentence.Source(steps, first))));
        Answer answer = builder.build(Answer.Composer.EXTRACTIVE);
        assertThat(answer.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.start()).isEqualTo(103);
            assertThat(citation.end()).isEqualTo(120);
            assertThat(citation.quote()).isEqualTo(steps.text().substring(3, 20));
            assertThat(citation.url()).contains("start=103");
        });
        assertThat(answer.sentences()).allSatisfy(s -> assertThat(s.citations()).containsExactly(1));
    }
}
