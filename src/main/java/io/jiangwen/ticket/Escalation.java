package io.jiangwen.ticket;

import io.jiangwen.craftsman.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a level means. L0: those who fit are offered the ticket. L1: everybody else is, too. L2: it is in the pool of the
 * dispatchers of its region. L3: every craftsman is called to take it. L4: the administrators are told. A ticket
 * that somebody owns is not offered to others; a confidential one never is. Whatever the level, its owner and the
 * dispatchers are told.
 */
@ApplicationScoped
class Escalation {
    private static final int WIDER = 1;
    private static final int DISPATCHERS = 2;

    private final Offering offering;
    private final TicketStore store;
    private final TicketAnnouncements announcements;

    Escalation(Offering offering, TicketStore store, TicketAnnouncements announcements) {
        this.offering = offering;
        this.store = store;
        this.announcements = announcements;
    }

    /** @param raised the ticket at its new level */
    void rise(Ticket raised, ClockKind because, OffsetDateTime now) {
        if (raised.state() == TicketState.OPEN && raised.standing().level() >= WIDER) {
            List<Offer> wider = offering.widen(raised, now);
            announcements.offered(raised, wider);
            if (raised.standing().level() >= DISPATCHERS) store.pool(raised.id(), now);
        }
        announcements.raised(raised, because);
    }
}
