package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Craftsmen take tickets and give them back. */
@ApplicationScoped
class Claims {
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final OwnerDesk desk;
    private final TicketPeople people;
    private final TicketAnnouncements announcements;
    private final TicketConfig config;
    private final Clock clock;

    Claims(
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            OwnerDesk desk,
            TicketPeople people,
            TicketAnnouncements announcements,
            TicketConfig config,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.desk = desk;
        this.people = people;
        this.announcements = announcements;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes an open ticket, for whom the database lets be first. The owner again gets the same answer.
     *
     * @throws AlreadyClaimed for everybody else who could have taken it
     */
    @Transactional
    Ticket claim(UUID id, Caller caller) {
        UUID craftsman = caller.id().value();
        if (!people.mayTake(id, craftsman)) throw new Problem.NotFound("ticket");
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean won = store.claim(id, craftsman, now.plus(config.lease()));
        Ticket ticket = store.find(id).orElseThrow(() -> new Problem.NotFound("ticket"));
        if (won) {
            journal.append(
                    new TicketMove(TicketEvent.CLAIM, TicketState.OPEN, TicketState.ASSIGNED),
                    new Step(TicketEvent.CLAIM, Actor.of(caller), now, null),
                    ticket);
            announcements.claimed(ticket);
            return ticket;
        }
        UUID owner = ticket.standing().owner();
        if (ticket.state() == TicketState.CANCELLED || ticket.state() == TicketState.CLOSED || owner == null)
            throw new TransitionNotAllowed(TicketEvent.CLAIM, ticket);
        if (owner.equals(craftsman)) return ticket;
        throw new AlreadyClaimed(people.nameOf(owner));
    }

    /** Gives a ticket back to everybody; drafts stay for the next owner. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket release(OwnerDesk.Write write, @Nullable String reason) {
        Ticket ticket = desk.lock(write.ticket());
        if (isRepeat(ticket, write)) return ticket;
        desk.admit(ticket, write);
        Step step = new Step(TicketEvent.RELEASE, Actor.of(write.caller()), OffsetDateTime.now(clock), reason);
        Ticket open = moves.make(step, ticket, ticket.standing(ticket.standing().givenUp()));
        announcements.released(open);
        return open;
    }

    private boolean isRepeat(Ticket ticket, OwnerDesk.Write write) {
        return ticket.state() == TicketState.OPEN
                && ticket.epoch() == write.epoch() + 1
                && journal.last(ticket.id())
                        .filter(last -> last.is(TicketEvent.RELEASE, Actor.of(write.caller())))
                        .isPresent();
    }
}
