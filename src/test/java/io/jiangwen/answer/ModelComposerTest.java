package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelComposerTest {
    private static final Question QUESTION = Question.of(Facts.SLENDER_SHAFT_QUESTION);
    private static final SearchResult FOUND = new SearchResult(
            List.of(new Hit(Facts.slenderShaftSteps(), new Evidence(0.8, 0.6, 1, 1))), Map.of("细长", 1.0));

    /** Says what it was told to say, in pieces of a few characters. */
    private static final class Scripted implements ChatModel {
        private final String reply;
        private final boolean fails;
        private final List<ChatPrompt> asked = new ArrayList<>();

        Scripted(String reply, boolean fails) {
            this.reply = reply;
            this.fails = fails;
        }

        @Override
        public Optional<String> name() {
            return Optional.of("scripted");
        }

        @Override
        public ChatReply reply(ChatPrompt prompt, Consumer<String> pieces, CallOff callOff) throws ChatFailed {
            asked.add(prompt);
            for (int i = 0; i < reply.length(); i += 7) {
                pieces.accept(reply.substring(i, Math.min(reply.length(), i + 7)));
            }
            if (fails) throw new ChatFailed("cut in the middle", null);
            return new ChatReply(reply, OptionalInt.of(9), OptionalInt.empty(), Duration.ZERO, Duration.ZERO);
        }
    }

    private final List<Dropped> dropped = new ArrayList<>();

    private List<String> compose(Scripted model) throws ChatFailed {
        return compose(model, QUESTION);
    }

    private List<String> compose(Scripted model, Question question) throws ChatFailed {
        AnswerConfig config = new AnswerSettings(8, 6);
        List<String> said = new ArrayList<>();
        new ModelComposer(model, new Prompts(config), Checks.SHIPPED, config)
                .compose(question, FOUND, new ModelComposer.Writing() {
                    @Override
                    public void supported(SourcedSentence sentence) {
                        said.add(sentence.text());
                    }

                    @Override
                    public void dropped(Dropped sentence) {
                        dropped.add(sentence);
                    }
                }, new CallOff());
        return said;
    }

    @Test
    void keepsOnlySentencesThatTheirPassageSupports() throws ChatFailed {
        assertThat(compose(new Scripted("""
                尾座装弹性回转顶尖，让细长轴受热后能自由伸长。[1]
                精车切削速度取260 m/min。[1]
                离心泵汽蚀时应提高吸入压力。[1]
                三爪跟刀架支承爪落后刀尖1～3 mm。[7]
                这句没有出处。
                """, false))).containsExactly("尾座装弹性回转顶尖，让细长轴受热后能自由伸长。");
        assertThat(dropped).extracting(Dropped::flaw).containsExactly(Flaw.NUMBER, Flaw.MEANING, Flaw.CITATION);
    }

    @Test
    void takesJsonWhereTheModelWritesJson() throws ChatFailed {
        assertThat(compose(new Scripted(
                        "{\"sentences\":[{\"text\":\"尾座装弹性回转顶尖，让细长轴受热后能自由伸长。\",\"citations\":[1]},"
                                + "{\"text\":\"转速取9000 r/min。\",\"citations\":[1]},{\"text\":\"没有出处\",\"citations\":[]},"
                                + "{\"text\":5}]}",
                        false)))
                .containsExactly("尾座装弹性回转顶尖，让细长轴受热后能自由伸长。");
    }

    @Test
    void dropsWhatIsNotInTheLanguageOfTheQuestion() throws ChatFailed {
        assertThat(compose(new Scripted("Fit an elastic live centre in the tailstock.[1]\n", false)))
                .isEmpty();
        assertThat(dropped).extracting(Dropped::flaw).containsExactly(Flaw.LANGUAGE);
        assertThat(compose(
                        new Scripted("尾座装弹性回转顶尖，让细长轴受热后能自由伸长。[1]\n", false),
                        Question.of("How do I keep a slender shaft straight?")))
                .isEmpty();
    }

    @Test
    void treatsQuestionAndPassagesAsData() throws ChatFailed {
        Scripted model = new Scripted("无法回答", false);
        assertThat(compose(model)).isEmpty();
        assertThat(model.asked).singleElement().satisfies(prompt -> {
            assertThat(prompt.system()).doesNotContain(Facts.SLENDER_SHAFT_QUESTION);
            assertThat(prompt.user()).contains("[1] ").endsWith(Facts.SLENDER_SHAFT_QUESTION);
        });
    }

    @Test
    void tellsWhenTheModelBrokeDown() {
        assertThatThrownBy(() -> compose(new Scripted("尾座装弹性回转顶尖。[1]\n", true))).isInstanceOf(ChatFailed.class);
    }

    @Test
    void promptsCarryTheirVersion() {
        Prompts prompts = new Prompts(new AnswerSettings(8, 6));
        for (io.jiangwen.text.Language language : io.jiangwen.text.Language.values()) {
            assertThat(prompts.load("answer", language).version()).startsWith("answer-" + language.tag());
        }
        assertThatThrownBy(() -> prompts.load("nothing", io.jiangwen.text.Language.ZH))
                .isInstanceOf(IllegalStateException.class);
    }
}
