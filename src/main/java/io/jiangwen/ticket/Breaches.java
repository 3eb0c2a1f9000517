package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Warns of clocks that are running out, and raises the level of a ticket whose time is over. What is told of a clock is
 * written with the clock, so it is told once, however many nodes look and whenever one is killed.
 */
@ApplicationScoped
class Breaches {
    private final TicketStore store;
    private final Clocks clocks;
    private final TicketMoves moves;
    private final Escalation escalation;
    private final TicketAnnouncements announcements;
    private final TicketTimes times;

    Breaches(
            TicketStore store,
            Clocks clocks,
            TicketMoves moves,
            Escalation escalation,
            TicketAnnouncements announcements,
            TicketTimes times) {
        this.store = store;
        this.clocks = clocks;
        this.moves = moves;
        this.escalation = escalation;
        this.announcements = announcements;
        this.times = times;
    }

    /** Does what is due for the clocks of a ticket, unless somebody works on it at this moment: then later. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void look(UUID id) {
        Ticket ticket = store.lockIfFree(id).orElse(null);
        if (ticket == null) return;
        OffsetDateTime now = times.now();
        for (TicketClock clock : clocks.of(id)) {
            OffsetDateTime acts = clock.acts(times.calendar());
            if (acts == null || acts.isAfter(now)) clocks.write(id, clock);
            else ticket = act(ticket, clock, now);
        }
    }

    private Ticket act(Ticket ticket, TicketClock clock, OffsetDateTime now) {
        boolean over = !clock.left(times.calendar(), now).isPositive();
        if (over && clock.kind().raises()) return breach(ticket, clock, now);
        Ticket same = move(TicketEvent.WARN, ticket, clock, now);
        clocks.write(ticket.id(), clock.warned(now));
        announcements.warned(same, clock.kind());
        return same;
    }

    private Ticket breach(Ticket ticket, TicketClock clock, OffsetDateTime now) {
        Ticket raised = move(TicketEvent.BREACH, ticket, clock, now);
        boolean again = clock.kind() == ClockKind.CLAIM && ticket.standing().level() < Standing.HIGHEST_LEVEL;
        clocks.write(
                ticket.id(), again ? TicketClock.started(clock.kind(), clock.allowance(), now) : clock.breached(now));
        escalation.rise(raised, clock.kind(), now);
        return raised;
    }

    private Ticket move(TicketEvent event, Ticket ticket, TicketClock clock, OffsetDateTime now) {
        Step step = new Step(event, Actor.SYSTEM, now, clock.kind().name());
        return moves.make(step, ticket, Terms.given(Guard.DUE));
    }
}
