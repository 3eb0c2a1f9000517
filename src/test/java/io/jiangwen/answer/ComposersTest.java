package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.Signals;
import io.jiangwen.confidence.Verdict;
import io.jiangwen.model.CallOff;
import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatPrompt;
import io.jiangwen.model.ChatReply;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.testsupport.Facts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComposersTest {
    private static final Examined EXAMINED = new Examined(
            Question.of(Facts.SLENDER_SHAFT_QUESTION),
            new SearchResult(
                    List.of(new Hit(Facts.slenderShaftSteps(), new Evidence(0.8, 0.6, 1, 1))), Map.of("细长", 1.0)),
            new Verdict.Answer(0.9, 0.5, new Signals(Map.of())),
            new Calibration(1, "test", 0, Map.of(), 0.5, 0.1));

    /** Says one thing and, where it fails, breaks down after it. */
    private record Scripted(Optional<String> name, String says, boolean fails) implements ChatModel {
        @Override
        public ChatReply reply(ChatPrompt prompt, Consumer<String> pieces, CallOff callOff) throws ChatFailed {
            pieces.accept(says);
            if (fails) throw new ChatFailed("down", null);
            return new ChatReply(says, OptionalInt.of(9), OptionalInt.of(3), Duration.ZERO, Duration.ZERO);
        }
    }

    private static Outcome compose(ChatModel model) {
        AnswerConfig config = new AnswerSettings(8, 6);
        return new Composers(
                        new ModelComposer(model, new Prompts(config), Checks.SHIPPED, config),
                        model,
                        Checks.SHIPPED,
                        config,
                        new SimpleMeterRegistry())
                .compose(EXAMINED, AnswerListener.NONE, new CallOff());
    }

    private static Outcome.Answered answered(ChatModel model) {
        assertThat(compose(model)).isInstanceOf(Outcome.Answered.class);
        return (Outcome.Answered) compose(model);
    }

    @Test
    void theModelAnswersWhereThereIsOneAndIsNamed() {
        Outcome.Answered answer = answered(new Scripted(Optional.of("scripted"), "尾座装弹性回转顶尖。[1]\n", false));
        assertThat(answer.answer().composer()).isEqualTo(Answer.Composer.MODEL);
        assertThat(answer.versions().model()).isEqualTo("scripted");
        assertThat(answer.versions().prompt()).startsWith("answer-zh");
        assertThat(answer.making().call().orElseThrow().tokensIn()).isEqualTo(9);
        assertThat(answer.making().modelFailed()).isFalse();
    }

    @Test
    void theSourcesAnswerWhenTheModelFailsEvenInTheMiddle() {
        Outcome.Answered answer = answered(new Scripted(Optional.of("scripted"), "尾座装弹性回转顶尖。[1]\n", true));
        assertThat(answer.answer().composer()).isEqualTo(Answer.Composer.EXTRACTIVE);
        assertThat(answer.versions().model()).isNull();
        assertThat(answer.making().modelFailed()).isTrue();
        assertThat(answer.answer().sentences())
                .allSatisfy(
                        sentence -> assertThat(Facts.slenderShaftSteps().text()).contains(sentence.text()));
    }

    @Test
    void theSourcesAnswerWithoutAModel() {
        assertThat(answered(new Scripted(Optional.empty(), "", true)).answer().composer())
                .isEqualTo(Answer.Composer.EXTRACTIVE);
    }

    @Test
    void aModelWhoseSentencesAllFailLeavesTheQuestionToAPerson() {
        assertThat(compose(new Scripted(Optional.of("scripted"), "切削速度取999 m/min。[1]\n", false)))
                .isInstanceOfSatisfying(Outcome.Escalated.class, escalated -> {
                    assertThat(escalated.reason()).isEqualTo("NO_SENTENCE_HELD");
                    assertThat(escalated.making().dropped())
                            .extracting(Dropped::flaw)
                            .containsExactly(Flaw.NUMBER);
                });
    }
}
