package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketRequestsTest {
    private static final TicketRequests.CardRequest CARD = new TicketRequests.CardRequest(
            "车削后工件弯曲", "CA6140", "切削热", List.of("改用跟刀架", " ", "反向走刀"), null, null, "停机后再测量");

    @Test
    void aCardIsReadWithoutItsEmptySteps() {
        Replies.Wording wording = new TicketRequests.ReplyRequest(1, null, CARD, null).wording();
        assertThat(wording.card())
                .isEqualTo(new ReplyCard("车削后工件弯曲", "CA6140", "切削热", List.of("改用跟刀架", "反向走刀"), "", "", "停机后再测量"));
        assertThat(wording.consent()).isTrue();
    }

    @Test
    void aCardReadsAsTextWithSafetyFirst() {
        String text =
                new ReplyCard("弯曲", "CA6140", "切削热", List.of("改用跟刀架", "反向走刀"), "", "", "停机后再测量").text(Language.ZH);
        assertThat(text).startsWith("安全\n停机后再测量").contains("1. 改用跟刀架\n2. 反向走刀").doesNotContain("验证");
    }

    @Test
    void anEmptyReplyIsRefused() {
        refused("empty-reply", new TicketRequests.ReplyRequest(1, " \n\t", null, true));
        refused("empty-reply", new TicketRequests.ReplyRequest(1, "\u0000\u0007", null, true));
        refused("empty-reply", new TicketRequests.ReplyRequest(1, null, null, true));
        refused(
                "empty-reply",
                new TicketRequests.ReplyRequest(
                        1, null, new TicketRequests.CardRequest(" ", null, null, List.of(), "", null, "x"), true));
    }

    @Test
    void aTextAndACardAtOnceAreRefused() {
        refused("text-or-card", new TicketRequests.ReplyRequest(1, "用跟刀架", CARD, true));
    }

    @Test
    void controlCharactersAreLeftOutAndLineEndsStay() {
        assertThat(TicketRequests.clean("一\u0000二\u001b\n三\t🙂")).isEqualTo("一二\n三\t🙂");
    }

    @Test
    void aConfirmationSaysWhetherItIsSolved() {
        assertThatThrownBy(() -> new TicketRequests.ConfirmRequest(null, 5, true, null).feedback())
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new TicketRequests.ConfirmRequest(true, 6, true, null).feedback())
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new TicketRequests.ConfirmRequest(true, 0, true, null).feedback())
                .isInstanceOf(Problem.Invalid.class);
        assertThat(new TicketRequests.ConfirmRequest(true, null, null, null)
                        .feedback()
                        .consent())
                .isFalse();
    }

    private static void refused(String code, TicketRequests.ReplyRequest request) {
        assertThatThrownBy(request::wording)
                .isInstanceOfSatisfying(Problem.Invalid.class, problem -> assertThat(problem.code())
                        .isEqualTo(code));
    }
}
