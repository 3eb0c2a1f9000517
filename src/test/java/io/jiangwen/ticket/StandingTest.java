package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final UUID CRAFTSMAN = UUID.fromString("00000000-0000-0000-0000-00000000c0de");
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-11-22T12:00:00Z");

    @Test
    void aWaitingTicketHasNoOwner() {
        assertThatThrownBy(() -> new Standing(TicketState.OPEN, null, 0, 1, CRAFTSMAN, null, null, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnsweredTicketHasOne() {
        assertThatThrownBy(() -> new Standing(TicketState.SOLVED, null, 0, 1, null, null, null, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAClosedTicketSaysHowItClosed() {
        assertThatThrownBy(() -> new Standing(TicketState.CANCELLED, ClosedAs.CONFIRMED, 0, 1, null, null, null, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReminderMoreIsCountedAndAFreshQuestionStartsAtNone() {
        Standing pending = new Standing(TicketState.PENDING, null, 0, 1, CRAFTSMAN, null, LATER, 1);
        Standing reminded = pending.after(
                row(TicketEvent.REMIND, TicketState.PENDING, Party.SYSTEM),
                Terms.given().due(LATER.plusDays(2)));
        assertThat(reminded.reminders()).isEqualTo(2);
        assertThat(reminded.due()).isEqualTo(LATER.plusDays(2));
        Standing answered = reminded.after(
                row(TicketEvent.ANSWER, TicketState.PENDING, Party.ASKER),
                Terms.given().lease(new Lease(LATER, LATER.plusHours(4))));
        assertThat(answered.reminders()).isZero();
    }

    private static Transition row(TicketEvent event, TicketState from, Party party) {
        Ruling ruling = Transitions.judge(event, from, Set.of(party), EnumSet.allOf(Guard.class));
        assertThat(ruling).isInstanceOf(Ruling.Allowed.class);
        return ((Ruling.Allowed) ruling).row();
    }
}
