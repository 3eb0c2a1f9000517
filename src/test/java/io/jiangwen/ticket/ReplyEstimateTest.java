package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.CallerId;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyEstimateTest {
    private static final OffsetDateTime OPENED = OffsetDateTime.parse("2026-11-22T08:00:00Z");
    private static final Ticket OPEN = new Ticket(
            UUID.randomUUID(),
            "T-2026-000001",
            new Asking(
                    new CallerId.AccountId(UUID.randomUUID()),
                    null,
                    null,
                    null,
                    UUID.randomUUID(),
                    null,
                    "细长轴怎么车直？",
                    Language.ZH,
                    null,
                    false,
                    new Dossier("细长轴怎么车直？", List.of(), null, null, "PERSON_REQUESTED", null),
                    OPENED,
                    Set.of()),
            new Standing(TicketState.OPEN, null, 0, 0, null, null, null, 0),
            null,
            null,
            null);

    @Test
    void aWaitingTicketIsExpectedAfterTheMedian() {
        assertThat(ReplyEstimate.expectedBy(OPEN, Optional.of(Duration.ofHours(3))))
                .isEqualTo(OPENED.plusHours(3));
    }

    @Test
    void nothingIsPromisedWithoutExperience() {
        assertThat(ReplyEstimate.expectedBy(OPEN, Optional.empty())).isNull();
    }

    @Test
    void nothingIsExpectedOnceTheTicketIsOver() {
        Ticket over = OPEN.standing(new Standing(TicketState.CANCELLED, null, 0, 0, null, null, null, 0));
        assertThat(ReplyEstimate.expectedBy(over, Optional.of(Duration.ofHours(3))))
                .isNull();
    }
}
