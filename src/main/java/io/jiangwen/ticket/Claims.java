package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.craftsman.Evidence;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Craftsmen take tickets, give them back, or do not want them. */
@ApplicationScoped
class Claims {
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketOffers offers;
    private final OwnerDesk desk;
    private final TicketPeople people;
    private final Holdings holdings;
    private final TicketTimes times;
    private final Evidence evidence;
    private final Offering offering;

    Claims(
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketOffers offers,
            OwnerDesk desk,
            TicketPeople people,
            Holdings holdings,
            TicketTimes times,
            Evidence evidence,
            Offering offering) {
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.offers = offers;
        this.desk = desk;
        this.people = people;
        this.holdings = holdings;
        this.times = times;
        this.evidence = evidence;
        this.offering = offering;
    }

    /**
     * Takes an open ticket: of many who try at once, one gets it. The owner again gets the same answer.
     *
     * @throws AlreadyClaimed for everybody else who could have taken it
     * @throws Problem.Conflict {@code too-many-tickets} for whoever holds as many as he may
     */
    @Transactional
    Ticket claim(UUID id, Caller caller) {
        UUID craftsman = caller.id().value();
        if (!people.mayTake(id, craftsman)) throw new Problem.NotFound("ticket");
        Ticket ticket = desk.lock(id);
        UUID owner = ticket.standing().owner();
        if (owner != null && (ticket.state().mutesAssistant() || ticket.state() == TicketState.SOLVED)) {
            if (owner.equals(craftsman)) return ticket;
            throw new AlreadyClaimed(people.nameOf(owner));
        }
        OffsetDateTime now = times.now();
        return moves.make(
                new Step(TicketEvent.CLAIM, Actor.of(caller, ticket), now, null),
                ticket,
                Terms.given()
                        .and(Guard.ROOM, holdings.hasRoom(craftsman))
                        .owner(craftsman)
                        .lease(times.lease(now)));
    }

    /** Gives a ticket back to everybody; drafts stay for the next owner. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket release(OwnerDesk.Write write, @Nullable String reason) {
        Ticket ticket = desk.lock(write.ticket());
        Actor actor = Actor.of(write.caller(), ticket);
        boolean repeat = ticket.epoch() == write.epoch() + 1 && journal.endsWith(ticket, TicketEvent.RELEASE, actor);
        if (repeat) return ticket;
        desk.admit(ticket, write);
        Step step = new Step(TicketEvent.RELEASE, actor, times.now(), reason);
        return moves.make(step, ticket, Terms.given(Guard.CURRENT_EPOCH));
    }

    /** Says no to an offer; the ticket stays open for the others, and when none is left is offered to more. Again changes nothing. */
    @Transactional
    Ticket decline(UUID id, Caller caller, @Nullable String reason) {
        UUID craftsman = caller.id().value();
        Ticket ticket = desk.lock(id);
        if (!store.sees(new Sight(caller), id)) throw new Problem.NotFound("ticket");
        Actor actor = Actor.of(caller, ticket);
        if (offers.isDeclined(id, craftsman)) return ticket;
        if (offers.reasonFor(id, craftsman).isPresent()) actor = actor.offered();
        OffsetDateTime now = times.now();
        Ticket same = moves.make(new Step(TicketEvent.DECLINE, actor, now, reason), ticket, Terms.given());
        offers.decline(id, craftsman, reason, now);
        evidence.declined(id, craftsman, ticket.asking().question(), reason, now);
        if (people.offeredTo(id).isEmpty()) offering.tell(same, offering.offer(same, now), now);
        return same;
    }
}
