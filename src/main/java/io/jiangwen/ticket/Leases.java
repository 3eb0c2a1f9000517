package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/** The time an owner gets when a ticket comes back to him. */
@ApplicationScoped
class Leases {
    private final TicketPeople people;
    private final TicketTimes times;

    Leases(TicketPeople people, TicketTimes times) {
        this.people = people;
        this.times = times;
    }

    /** None for an owner who is away: the ticket expires at the next look, and is everybody's. */
    Lease back(Ticket ticket, OffsetDateTime now) {
        return people.isAway(ticket.standing().owner(), now) ? new Lease(now, now) : times.lease(now);
    }
}
