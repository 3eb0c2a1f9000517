package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.answer.Standalone.Reading;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneTest {
    private final Standalone rule = new Standalone();

    static Stream<ThreadPair> pairs() throws IOException {
        return ThreadPair.read().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void neverTakesAFollowUpForANewSubjectNorTheOtherWayRound(ThreadPair pair) {
        assertThat(rule.reads(pair.question())).isNotEqualTo(pair.follows() ? Reading.ALONE : Reading.FOLLOWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"那呢", "换成304呢", "它多重", "这种能修吗", "烘几度", "What about aluminium?", "Is it safe?", "and then?"})
    void readsWhatPointsBackAsAFollowUp(String text) {
        assertThat(rule.reads(after("细长轴怎么车", text))).isEqualTo(Reading.FOLLOWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"换个问题，J507烘几度", "對了，叉車要上牌嗎", "By the way, what is TCP?", "Another question: which grease?"})
    void believesWhoSaysThatTheSubjectIsNew(String text) {
        assertThat(rule.reads(after("细长轴怎么车", text))).isEqualTo(Reading.ALONE);
    }

    @Test
    void joinsNoMoreThanAQuestionMayHave() {
        Question joined = rule.joined(after("长".repeat(Question.LONGEST), "短".repeat(1_500)));
        assertThat(joined.text()).hasSizeLessThanOrEqualTo(Question.LONGEST).endsWith("短");
        assertThat(rule.joined(after("长", "短".repeat(Question.LONGEST))).text())
                .hasSizeLessThanOrEqualTo(Question.LONGEST)
                .endsWith("短");
    }

    private static Question after(String before, String text) {
        return new Question(text, Language.of(text), List.of(before));
    }
}
