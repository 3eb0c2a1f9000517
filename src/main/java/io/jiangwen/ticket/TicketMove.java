package io.jiangwen.ticket;

import org.jspecify.annotations.Nullable;

/**
 * An event and where it leads.
 *
 * @param from null for the event that makes the ticket
 */
record TicketMove(TicketEvent event, @Nullable TicketState from, TicketState to) {
    TicketMove {
        if ((from == null) != (event == TicketEvent.OPEN))
            throw new IllegalArgumentException(event + " cannot start from " + from);
    }
}
