package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends tickets that need no reply any more. */
@ApplicationScoped
class Cancellations {
    private final TicketStore store;
    private final TicketMoves moves;
    private final TicketAnnouncements announcements;
    private final Clock clock;

    Cancellations(TicketStore store, TicketMoves moves, TicketAnnouncements announcements, Clock clock) {
        this.store = store;
        this.moves = moves;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Cancels for the asker, or for a dispatcher of the region, who says why. Again changes nothing.
     *
     * @throws TransitionNotAllowed once there is a reply
     */
    @Transactional
    Ticket cancel(UUID id, Caller caller, @Nullable String reason) {
        Ticket ticket = store.lock(id).orElseThrow(() -> new Problem.NotFound("ticket"));
        Sight sight = new Sight(caller);
        boolean asker = sight.isAsker(ticket);
        if (!asker && !sight.dispatches(ticket)) {
            if (!store.sees(sight, id)) throw new Problem.NotFound("ticket");
            throw new Problem.Forbidden("not-yours-to-cancel", "Whoever asked or a dispatcher may cancel a ticket.");
        }
        if (ticket.state() == TicketState.CANCELLED) return ticket;
        if (!asker && (reason == null || reason.isBlank()))
            throw new Problem.Invalid("missing-reason", "Say why the ticket is cancelled.");
        moves.require(TicketEvent.CANCEL, ticket);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Step step = new Step(TicketEvent.CANCEL, Actor.of(caller), now, reason);
        Ticket cancelled = moves.make(step, ticket, ticket.cancelled(now));
        announcements.cancelled(cancelled);
        return cancelled;
    }
}
