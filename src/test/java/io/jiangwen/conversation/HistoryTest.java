package io.jiangwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.conversation.History.Said;
import io.jiangwen.question.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Said VAGUE = new Said("机器坏了怎么办", TurnOutcome.NEEDS_DETAIL, "MISSING_DETAIL");
    private static final Said STILL_VAGUE = new Said("就是不动了", TurnOutcome.NEEDS_DETAIL, "MISSING_DETAIL");

    private static Question next(String text, Said... said) {
        return new History(List.of(said)).next(text);
    }

    @Test
    void anAnswerToAQuestionBackJoinsTheQuestion() {
        Question question = next("数控车床，主轴异响", VAGUE);
        assertThat(question.text()).isEqualTo("机器坏了怎么办 数控车床，主轴异响");
        assertThat(question.askedBack()).isEqualTo(1);
        assertThat(question.before()).isEmpty();
    }

    @Test
    void everythingSaidSinceIsKept() {
        Question question = next("304", VAGUE, STILL_VAGUE);
        assertThat(question.text()).isEqualTo("机器坏了怎么办 就是不动了 304");
        assertThat(question.askedBack()).isEqualTo(2);
    }

    @Test
    void smallTalkAndStruckKeysDoNotBreakTheThread() {
        Question question = next(
                "数控车床",
                VAGUE,
                new Said("谢谢", TurnOutcome.SMALL_TALK, null),
                new Said("asdf", TurnOutcome.NEEDS_DETAIL, "UNREADABLE"));
        assertThat(question.text()).isEqualTo("机器坏了怎么办 数控车床");
        assertThat(question.askedBack()).isEqualTo(1);
    }

    @Test
    void struckKeysAndSmallTalkAnswerNothing() {
        assertThat(next("asdf", VAGUE).text()).isEqualTo("asdf");
        assertThat(next("好的", VAGUE).text()).isEqualTo("好的");
    }

    @Test
    void whoAsksForAPersonAfterAQuestionBackMeansWhatHeSaid() {
        Question question = next("转人工", VAGUE, STILL_VAGUE);
        assertThat(question.text()).isEqualTo("转人工");
        assertThat(question.before()).containsExactly("机器坏了怎么办 就是不动了");
    }

    @Test
    void aSettledQuestionIsRememberedWithItsDetails() {
        Question question = next("那要多久", VAGUE, new Said("数控车床主轴异响", TurnOutcome.ESCALATED, "TOO_THIN"));
        assertThat(question.text()).isEqualTo("那要多久");
        assertThat(question.before()).containsExactly("机器坏了怎么办 数控车床主轴异响");
        assertThat(question.askedBack()).isZero();
    }

    @Test
    void whatBelongsToNoQuestionIsForgotten() {
        assertThat(next(
                                "烘几度",
                                new Said("明天下雨吗", TurnOutcome.OUT_OF_SCOPE, null),
                                new Said("你好", TurnOutcome.SMALL_TALK, null),
                                new Said("转人工", TurnOutcome.ESCALATED, "PERSON_REQUESTED"))
                        .before())
                .isEmpty();
    }

    @Test
    void theTroubleBesideAWishIsRemembered() {
        assertThat(next("多久能来", new Said("车床主轴发热，轴承换过了，转人工", TurnOutcome.ESCALATED, "PERSON_REQUESTED"))
                        .before())
                .containsExactly("车床主轴发热，轴承换过了");
    }

    @Test
    void onlyTheLatestQuestionsAreRemembered() {
        Said[] many = new Said[12];
        for (int i = 0; i < many.length; i++) many[i] = new Said("问题" + i, TurnOutcome.ANSWERED, null);
        assertThat(next("那呢", many).before()).containsExactly("问题7", "问题8", "问题9", "问题10", "问题11");
    }

    @Test
    void whatIsJoinedIsNeverLongerThanAQuestion() {
        Said huge = new Said("机".repeat(Question.LONGEST), TurnOutcome.NEEDS_DETAIL, "MISSING_DETAIL");
        assertThat(next("数控车床主轴异响", huge).text())
                .hasSizeLessThanOrEqualTo(Question.LONGEST)
                .endsWith("数控车床主轴异响");
    }
}
