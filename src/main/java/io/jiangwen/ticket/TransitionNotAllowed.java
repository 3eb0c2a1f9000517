package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.util.Map;

/** The event does not exist in the state the ticket is in. */
class TransitionNotAllowed extends Problem.Conflict {
    private static final long serialVersionUID = 1L;

    TransitionNotAllowed(TicketEvent event, Ticket ticket) {
        super(
                "transition-not-allowed",
                "Ticket " + ticket.number() + " is " + ticket.state() + "; " + event + " is not possible then.",
                Map.of("state", ticket.state(), "event", event));
    }
}
