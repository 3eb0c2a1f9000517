package io.jiangwen.ticket;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/** Gives tickets whose lease has run out back to everybody. Several nodes may do so at the same time. */
@ApplicationScoped
class LeaseExpiry {
    private static final int AT_ONCE = 100;

    private final TicketStore store;
    private final TicketMoves moves;
    private final TicketAnnouncements announcements;
    private final Clock clock;

    LeaseExpiry(TicketStore store, TicketMoves moves, TicketAnnouncements announcements, Clock clock) {
        this.store = store;
        this.moves = moves;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Up to 100 tickets a run; the next run takes the rest. */
    @Scheduled(
            identity = "ticket-lease-expiry",
            every = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void expire() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Ticket> expired = store.lockExpired(now, AT_ONCE);
        for (Ticket ticket : expired) {
            Step step = new Step(TicketEvent.EXPIRE, Actor.SYSTEM, now, "the lease ran out");
            Ticket open =
                    moves.make(step, ticket, ticket.standing(ticket.standing().givenUp()));
            announcements.expired(open, ticket);
        }
        if (!expired.isEmpty()) Log.infof("%s tickets whose lease ran out are open again", expired.size());
    }
}
