package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The asker's word: the reply worked, or it did not. */
@ApplicationScoped
class Confirmations {
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketMessages messages;
    private final TicketPeople people;
    private final TicketAnnouncements announcements;
    private final Event<FixConfirmed> fixes;
    private final TicketConfig config;
    private final Clock clock;

    Confirmations(
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketMessages messages,
            TicketPeople people,
            TicketAnnouncements announcements,
            Event<FixConfirmed> fixes,
            TicketConfig config,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.messages = messages;
        this.people = people;
        this.announcements = announcements;
        this.fixes = fixes;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Closes the ticket, or gives it back to its owner. The same word again changes nothing.
     *
     * @throws Problem.NotFound when the caller may not see the ticket
     * @throws Problem.Forbidden when he may, and did not ask
     * @throws TransitionNotAllowed when there is no reply to judge
     */
    @Transactional
    Ticket confirm(UUID id, Caller caller, Feedback feedback) {
        Ticket ticket = store.lock(id).orElseThrow(() -> new Problem.NotFound("ticket"));
        Sight sight = new Sight(caller);
        if (!sight.isAsker(ticket)) {
            if (!store.sees(sight, id)) throw new Problem.NotFound("ticket");
            throw new Problem.Forbidden("not-the-asker", "Only whoever asked can say whether it worked.");
        }
        return feedback.solved() ? close(ticket, feedback, caller) : reject(ticket, feedback, caller);
    }

    private Ticket close(Ticket ticket, Feedback feedback, Caller caller) {
        if (ticket.standing().closedAs() == ClosedAs.CONFIRMED) return ticket;
        OffsetDateTime now = OffsetDateTime.now(clock);
        Step step = new Step(TicketEvent.CONFIRM, Actor.of(caller), now, null);
        moves.require(TicketEvent.CONFIRM, ticket);
        Ticket closed = moves.make(step, ticket, ticket.closed(ClosedAs.CONFIRMED, feedback, now));
        fixes.fire(people.fixOf(closed));
        announcements.closed(closed);
        return closed;
    }

    private Ticket reject(Ticket ticket, Feedback feedback, Caller caller) {
        Actor actor = Actor.of(caller);
        boolean repeat = ticket.state().awaitsReply()
                && journal.last(ticket.id())
                        .filter(last -> last.is(TicketEvent.REJECT, actor))
                        .isPresent();
        if (repeat) return ticket;
        moves.require(TicketEvent.REJECT, ticket);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Standing before = ticket.standing();
        Standing after = people.isAway(before.owner()) ? before.givenUp() : before.resumed(now.plus(config.lease()));
        if (journal.everRejected(ticket.id())) after = after.raised();
        String comment = feedback.comment();
        Ticket back = moves.make(new Step(TicketEvent.REJECT, actor, now, comment), ticket, ticket.without(after));
        if (comment != null && !comment.isBlank())
            messages.append(
                    ticket.id(),
                    caller.id(),
                    new TicketMessages.Message(TicketMessages.Sender.ASKER, null, comment, now));
        announcements.rejected(back);
        return back;
    }
}
