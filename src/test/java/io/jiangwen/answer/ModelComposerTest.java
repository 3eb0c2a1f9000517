package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatPrompt;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.testsupport.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelComposerTest {
    private static final Question QUESTION = Question.of(Facts.SLENDER_SHAFT_QUESTION);
    private static final SearchResult FOUND = new SearchResult(
            List.of(new Hit(Facts.slenderShaftSteps(), new Evidence(0.8, 0.6, 1, 1))), Map.of("细长", 1.0));

    private record Config(int sentences, int passages, double supportedWords, Optional<String> promptsDir)
            implements AnswerConfig {}

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
        public String reply(ChatPrompt prompt, Consumer<String> pieces) throws ChatFailed {
            asked.add(prompt);
            for (int i = 0; i < reply.length(); i += 7) {
                pieces.accept(reply.substring(i, Math.min(reply.length(), i + 7)));
            }
            if (fails) throw new ChatFailed("cut in the middle", null);
            return reply;
        }
    }

    private static List<String> compose(Scripted model) throws ChatFailed {
        AnswerConfig config = new Config(8, 6, 0.7, Optional.empty());
        List<String> said = new ArrayList<>();
        new ModelComposer(model, new Prompts(config), config)
                .compose(QUESTION, FOUND, sentence -> said.add(sentence.text()));
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
        Prompts prompts = new Prompts(new Config(8, 6, 0.7, Optional.empty()));
        for (io.jiangwen.text.Language language : io.jiangwen.text.Language.values()) {
            assertThat(prompts.load("answer", language).version()).startsWith("answer-" + language.tag());
        }
        assertThatThrownBy(() -> prompts.load("nothing", io.jiangwen.text.Language.ZH))
                .isInstanceOf(IllegalStateException.class);
    }
}
