package io.jiangwen.ticket;

import io.jiangwen.craftsman.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Mends one ticket that would be forgotten. */
@ApplicationScoped
class Repairs {
    private final TicketStore store;
    private final TicketMoves moves;
    private final Offering offering;
    private final TicketTimes times;

    Repairs(TicketStore store, TicketMoves moves, Offering offering, TicketTimes times) {
        this.store = store;
        this.moves = moves;
        this.offering = offering;
        this.times = times;
    }

    /** What was wrong. */
    enum Repair {
        /** It was opened and never offered. */
        NEVER_OFFERED,
        /** It is open, and nobody whom it was offered to is left. */
        NO_LIVE_OFFER,
        /** It is somebody's without an end. */
        NO_LEASE,
        /** It waits for somebody, and nothing would end the wait. */
        NO_DUE_TIME;

        /** As metrics name it. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Empty when nothing was wrong any more, or somebody works on the ticket at this moment. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Repair> repair(UUID id) {
        Ticket ticket = store.lockIfFree(id).orElse(null);
        if (ticket == null || !store.isOrphan(id)) return Optional.empty();
        OffsetDateTime now = times.now();
        return switch (ticket.state()) {
            case NEW -> {
                Step step = new Step(TicketEvent.OFFER, Actor.SYSTEM, now, "repaired");
                List<Offer> offered = offering.offer(ticket, now);
                offering.tell(moves.make(step, ticket, Terms.given()), offered, now);
                yield Optional.of(Repair.NEVER_OFFERED);
            }
            case OPEN -> {
                offering.tell(ticket, offering.offer(ticket, now), now);
                yield Optional.of(Repair.NO_LIVE_OFFER);
            }
            case ASSIGNED -> {
                store.renew(ticket.standing(ticket.standing().renewed(times.lease(now))));
                yield Optional.of(Repair.NO_LEASE);
            }
            case PENDING -> due(id, times.reminderAfter(now));
            case ON_HOLD -> due(id, times.longestHold(now));
            case SOLVED -> due(id, times.assumedAfter(now));
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private Optional<Repair> due(UUID id, OffsetDateTime at) {
        store.setDue(id, at);
        return Optional.of(Repair.NO_DUE_TIME);
    }
}
