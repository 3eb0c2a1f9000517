package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the system does with a ticket whose time has come. */
@ApplicationScoped
class SystemMoves {
    private final TicketStore store;
    private final TicketMoves moves;
    private final TicketTimes times;
    private final TicketConfig config;
    private final Leases leases;
    private final Absences absences;
    private final TicketAskers askers;

    SystemMoves(
            TicketStore store,
            TicketMoves moves,
            TicketTimes times,
            TicketConfig config,
            Leases leases,
            Absences absences,
            TicketAskers askers) {
        this.store = store;
        this.moves = moves;
        this.times = times;
        this.config = config;
        this.leases = leases;
        this.absences = absences;
        this.askers = askers;
    }

    /** Whether anything was to be done: not when somebody works on the ticket at this moment, or was faster. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean move(UUID id) {
        OffsetDateTime now = times.now();
        Ticket ticket = store.lockIfFree(id).orElse(null);
        if (ticket == null || !isDue(ticket.standing(), now)) return false;
        Step step = step(ticket, now);
        if (step == null) return false;
        moves.make(step, ticket, terms(ticket, now));
        if (step.event() == TicketEvent.ASSUME) askers.assume(id);
        return true;
    }

    private @Nullable Step step(Ticket ticket, OffsetDateTime now) {
        return switch (ticket.state()) {
            case ASSIGNED -> new Step(TicketEvent.EXPIRE, Actor.SYSTEM, now, "the lease ran out, or its owner is away");
            case PENDING ->
                new Step(
                        hasRemindersLeft(ticket) ? TicketEvent.REMIND : TicketEvent.NO_ANSWER, Actor.SYSTEM, now, null);
            case ON_HOLD -> new Step(TicketEvent.RESUME, Actor.SYSTEM, now, "its time has come");
            case SOLVED -> new Step(TicketEvent.ASSUME, Actor.SYSTEM, now, null);
            case NEW, OPEN, CLOSED, CANCELLED -> null;
        };
    }

    private Terms terms(Ticket ticket, OffsetDateTime now) {
        return Terms.given(Guard.DUE, hasRemindersLeft(ticket) ? Guard.REMINDERS_LEFT : Guard.REMINDED)
                .lease(leases.back(ticket, now))
                .due(times.reminderAfter(now));
    }

    private boolean hasRemindersLeft(Ticket ticket) {
        return ticket.standing().reminders() < config.reminders();
    }

    private boolean isDue(Standing standing, OffsetDateTime now) {
        Lease lease = standing.lease();
        if (lease != null && absences.hasLeftSince(standing.owner(), lease.since(), now)) return true;
        OffsetDateTime at = standing.state() == TicketState.ASSIGNED ? standing.leaseUntil() : standing.due();
        return at != null && at.isBefore(now);
    }
}
