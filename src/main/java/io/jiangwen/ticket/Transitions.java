package io.jiangwen.ticket;

import static io.jiangwen.ticket.TicketState.ASSIGNED;
import static io.jiangwen.ticket.TicketState.CANCELLED;
import static io.jiangwen.ticket.TicketState.CLOSED;
import static io.jiangwen.ticket.TicketState.NEW;
import static io.jiangwen.ticket.TicketState.SOLVED;

import java.util.Set;

/** The one table of transitions. The database holds the same rows and refuses everything else too. */
final class Transitions {
    static final Set<TicketMove> TABLE = Set.of(
            new TicketMove(TicketEvent.OPEN, null, NEW),
            new TicketMove(TicketEvent.OFFER, NEW, TicketState.OPEN),
            new TicketMove(TicketEvent.CLAIM, TicketState.OPEN, ASSIGNED),
            new TicketMove(TicketEvent.RELEASE, ASSIGNED, TicketState.OPEN),
            new TicketMove(TicketEvent.EXPIRE, ASSIGNED, TicketState.OPEN),
            new TicketMove(TicketEvent.REPLY, ASSIGNED, SOLVED),
            new TicketMove(TicketEvent.UNDO, SOLVED, ASSIGNED),
            new TicketMove(TicketEvent.CONFIRM, SOLVED, CLOSED),
            new TicketMove(TicketEvent.ASSUME, SOLVED, CLOSED),
            new TicketMove(TicketEvent.REJECT, SOLVED, ASSIGNED),
            new TicketMove(TicketEvent.REJECT, SOLVED, TicketState.OPEN),
            new TicketMove(TicketEvent.CANCEL, NEW, CANCELLED),
            new TicketMove(TicketEvent.CANCEL, TicketState.OPEN, CANCELLED),
            new TicketMove(TicketEvent.CANCEL, ASSIGNED, CANCELLED));

    private Transitions() {}

    static boolean allow(TicketMove move) {
        return TABLE.contains(move);
    }

    /** Whether the event may happen in a state at all, wherever it leads. */
    static boolean allow(TicketEvent event, TicketState from) {
        return TABLE.stream().anyMatch(move -> move.event() == event && move.from() == from);
    }
}
