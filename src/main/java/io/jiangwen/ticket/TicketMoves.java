package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes moves by the table: writes the ticket and its event. The transaction holds the ticket's row. */
@ApplicationScoped
class TicketMoves {
    private final TicketStore store;
    private final TicketJournal journal;

    TicketMoves(TicketStore store, TicketJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * @return {@code after}
     * @throws TransitionNotAllowed when the table has no such row; nothing is written then
     */
    Ticket make(Step step, Ticket before, Ticket after) {
        require(step.event(), before);
        TicketMove move = new TicketMove(step.event(), before.state(), after.state());
        if (!Transitions.allow(move)) throw new TransitionNotAllowed(step.event(), before);
        store.save(after);
        journal.append(move, step, after);
        return after;
    }

    /** @throws TransitionNotAllowed when the event cannot happen in the state the ticket is in */
    void require(TicketEvent event, Ticket ticket) {
        if (!Transitions.allow(event, ticket.state())) throw new TransitionNotAllowed(event, ticket);
    }
}
