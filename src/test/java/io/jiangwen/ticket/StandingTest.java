package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final UUID CRAFTSMAN = UUID.fromString("00000000-0000-0000-0000-00000000c0de");
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-11-22T12:00:00Z");

    @Test
    void aWaitingTicketHasNoOwner() {
        assertThatThrownBy(() -> new Standing(TicketState.OPEN, null, 0, 1, CRAFTSMAN, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnsweredTicketHasOne() {
        assertThatThrownBy(() -> new Standing(TicketState.SOLVED, null, 0, 1, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAClosedTicketSaysHowItClosed() {
        assertThatThrownBy(() -> new Standing(TicketState.CANCELLED, ClosedAs.CONFIRMED, 0, 1, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLevelStopsAtTheHighest() {
        Standing standing = Standing.NEW.offered().claimed(CRAFTSMAN, LATER);
        for (int i = 0; i < 9; i++) standing = standing.raised();
        assertThat(standing.level()).isEqualTo(4);
    }

    @Test
    void aTicketGivenUpMakesItsFormerOwnersWritesStale() {
        Standing held = Standing.NEW.offered().claimed(CRAFTSMAN, LATER);
        assertThat(held.givenUp().epoch()).isGreaterThan(held.epoch());
        assertThat(held.givenUp().owner()).isNull();
    }
}
