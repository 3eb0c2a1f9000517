package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final UUID CRAFTSMAN = UUID.fromString("00000000-0000-0000-0000-00000000c0de");
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-11-22T12:00:00Z");

    @Test
    void onlyOpeningMakesATicket() {
        assertThat(Transitions.TABLE.stream().filter(move -> move.from() == null))
                .containsExactly(new TicketMove(TicketEvent.OPEN, null, TicketState.NEW));
    }

    @Test
    void nothingLeadsOutOfClosedOrCancelled() {
        assertThat(Transitions.TABLE)
                .noneMatch(move -> move.from() == TicketState.CLOSED || move.from() == TicketState.CANCELLED);
    }

    @Test
    void aReplyCannotBeGivenTwice() {
        assertThat(Transitions.allow(TicketEvent.REPLY, TicketState.SOLVED)).isFalse();
    }

    @Test
    void aMoveThatLeadsNowhereIsNoMove() {
        assertThatThrownBy(() -> new TicketMove(TicketEvent.CLAIM, TicketState.OPEN, TicketState.OPEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TicketMove(TicketEvent.CLAIM, null, TicketState.ASSIGNED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void anEventIsAllowedInAStateExactlyWhenARowStartsThere(@ForAll TicketEvent event, @ForAll TicketState from) {
        boolean row = false;
        for (TicketState to : TicketState.values()) {
            if (event != TicketEvent.OPEN && from != to) row |= Transitions.allow(new TicketMove(event, from, to));
        }
        assertThat(Transitions.allow(event, from)).isEqualTo(row);
    }

    /** Whatever is tried in whatever order, a ticket goes along the table, epochs never fall, owners fit states. */
    @Property
    void everyWalkStaysOnTheTable(@ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> choices) {
        Standing standing = Standing.NEW;
        List<TicketMove> walked = new ArrayList<>();
        for (int choice : choices) {
            TicketState state = standing.state();
            List<TicketEvent> possible = Stream.of(TicketEvent.values())
                    .filter(event -> Transitions.allow(event, state))
                    .toList();
            if (possible.isEmpty()) break;
            TicketEvent event = possible.get(choice % possible.size());
            Standing after = after(event, standing);
            walked.add(new TicketMove(event, standing.state(), after.state()));
            assertThat(after.epoch()).isBetween(standing.epoch(), standing.epoch() + 1);
            boolean ownerChanged = after.owner() == null ? standing.owner() != null : standing.owner() == null;
            assertThat(after.epoch() > standing.epoch()).isEqualTo(ownerChanged);
            standing = after;
        }
        assertThat(Transitions.TABLE).containsAll(walked);
    }

    private static Standing after(TicketEvent event, Standing before) {
        return switch (event) {
            case OPEN -> throw new AssertionError("opening starts from no state");
            case OFFER -> before.offered();
            case CLAIM -> before.claimed(CRAFTSMAN, LATER);
            case RELEASE, EXPIRE -> before.givenUp();
            case REPLY -> before.solved();
            case UNDO, REJECT -> before.resumed(LATER);
            case CONFIRM -> before.closed(ClosedAs.CONFIRMED);
            case ASSUME -> before.closed(ClosedAs.ASSUMED);
            case CANCEL -> before.cancelled();
        };
    }
}
