package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets are given to a named person: by a dispatcher, or by their owner. The former owner is told. */
@ApplicationScoped
class Assignments {
    private final OwnerDesk desk;
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketOffers offers;
    private final TicketPeople people;
    private final Holdings holdings;
    private final TicketTimes times;

    Assignments(
            OwnerDesk desk,
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketOffers offers,
            TicketPeople people,
            Holdings holdings,
            TicketTimes times) {
        this.desk = desk;
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.offers = offers;
        this.people = people;
        this.holdings = holdings;
        this.times = times;
    }

    /**
     * To whom, and why.
     *
     * @param craftsman null when the caller named nobody
     */
    record Handing(@Nullable UUID craftsman, @Nullable String reason) {
        boolean hasReason() {
            return reason != null && !reason.isBlank();
        }
    }

    /** A dispatcher gives the ticket to a craftsman, whatever that craftsman holds. */
    @Transactional
    Ticket assign(UUID id, Caller dispatcher, Handing handing) {
        Ticket ticket = visible(id, dispatcher);
        Actor actor = Actor.of(dispatcher, ticket);
        if (isWith(handing.craftsman(), ticket) && journal.endsWith(ticket, TicketEvent.ASSIGN, actor)) return ticket;
        return hand(new Step(TicketEvent.ASSIGN, actor, times.now(), handing.reason()), ticket, handing);
    }

    /** A dispatcher takes the ticket himself. */
    @Transactional
    Ticket takeOver(UUID id, Caller dispatcher, @Nullable String reason) {
        Ticket ticket = visible(id, dispatcher);
        Actor actor = Actor.of(dispatcher, ticket);
        UUID self = dispatcher.id().value();
        if (isWith(self, ticket) && journal.endsWith(ticket, TicketEvent.TAKE_OVER, actor)) return ticket;
        return hand(new Step(TicketEvent.TAKE_OVER, actor, times.now(), reason), ticket, new Handing(self, reason));
    }

    /** The owner gives the ticket to a colleague; his draft goes along. A confidential one only to whom it was offered. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket transfer(OwnerDesk.Write write, Handing handing) {
        Ticket ticket = desk.lock(write.ticket());
        Actor actor = Actor.of(write.caller(), ticket);
        boolean repeat = ticket.epoch() == write.epoch() + 1
                && isWith(handing.craftsman(), ticket)
                && journal.endsWith(ticket, TicketEvent.TRANSFER, actor);
        if (repeat) return ticket;
        desk.admit(ticket, write);
        UUID heir = handing.craftsman();
        boolean shown = heir == null || people.mayTake(ticket.id(), heir);
        return hand(
                new Step(TicketEvent.TRANSFER, actor, times.now(), handing.reason()),
                ticket,
                shown ? handing : new Handing(null, handing.reason()));
    }

    private Ticket hand(Step step, Ticket ticket, Handing handing) {
        Terms terms = Terms.given(Guard.CURRENT_EPOCH)
                .and(Guard.REASON, handing.hasReason())
                .lease(times.lease(step.at()));
        UUID heir = handing.craftsman();
        if (heir == null) return moves.make(step, ticket, terms);
        boolean another = !ticket.standing().isOwnedBy(heir) && people.isCraftsman(heir);
        Ticket handed = moves.make(
                step,
                ticket,
                terms.owner(heir).and(Guard.NAMED_CRAFTSMAN, another).and(Guard.ROOM, holdings.hasRoom(heir)));
        if (another) offers.remember(ticket.id(), heir, handing.reason(), step.at());
        return handed;
    }

    private static boolean isWith(@Nullable UUID person, Ticket ticket) {
        return person != null
                && ticket.state() == TicketState.ASSIGNED
                && ticket.standing().isOwnedBy(person);
    }

    private Ticket visible(UUID id, Caller caller) {
        Ticket ticket = desk.lock(id);
        if (!store.sees(new Sight(caller), id)) throw new Problem.NotFound("ticket");
        return ticket;
    }
}
