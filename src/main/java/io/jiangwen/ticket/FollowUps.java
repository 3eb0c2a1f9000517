package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.problem.Problem;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asker comes back to a closed ticket: it is taken up again, or after a while a new one that links back. */
@ApplicationScoped
class FollowUps {
    private final OwnerDesk desk;
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketMessages messages;
    private final TicketPeople people;
    private final TicketTimes times;
    private final Tickets tickets;
    private final TicketAskers askers;

    FollowUps(
            OwnerDesk desk,
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketMessages messages,
            TicketPeople people,
            TicketTimes times,
            Tickets tickets,
            TicketAskers askers) {
        this.desk = desk;
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.messages = messages;
        this.people = people;
        this.times = times;
        this.tickets = tickets;
        this.askers = askers;
    }

    /**
     * The ticket that goes on: the same, or a new one. Sent again while nothing else happened it changes nothing.
     *
     * @throws TransitionNotAllowed unless the ticket is closed
     * @throws NotYourPart for anybody but the asker
     */
    @Transactional
    UUID followUp(UUID id, Caller caller, @Nullable String text) {
        Ticket ticket = desk.lock(id);
        if (!store.sees(new Sight(caller), id)) throw new Problem.NotFound("ticket");
        Actor actor = Actor.of(caller, ticket);
        if (journal.endsWith(ticket, TicketEvent.FOLLOW_UP, actor)) return id;
        OffsetDateTime now = times.now();
        boolean late = ticket.state() == TicketState.CLOSED && !times.isFollowable(ticket, now);
        if (late && text != null && !text.isBlank() && new Sight(caller).isAsker(ticket))
            return store.successor(id, caller.id().value()).orElseGet(() -> successor(ticket, caller.id(), text));
        moves.make(
                new Step(TicketEvent.FOLLOW_UP, actor, now, null),
                ticket,
                Terms.given(people.isAway(ticket.standing().owner(), now) ? Guard.OWNER_AWAY : Guard.OWNER_HERE)
                        .and(Guard.FOLLOW_UP_TIME, !late)
                        .and(Guard.WORDS, text != null && !text.isBlank())
                        .lease(times.lease(now)));
        messages.append(
                id,
                caller.id(),
                new TicketMessages.Message(TicketMessages.Sender.ASKER, null, String.valueOf(text), now));
        return id;
    }

    private UUID successor(Ticket ticket, CallerId asker, String text) {
        Asking asking = ticket.asking();
        Dossier known = asking.dossier();
        UUID fresh = tickets.open(new TicketOpening(
                        asker,
                        asking.enterprise(),
                        asking.enterpriseName(),
                        asking.region(),
                        askers.conversation(ticket.id(), asker).orElse(asking.conversation()),
                        null,
                        text,
                        Language.of(text),
                        asking.confidential(),
                        new Dossier(text + "\n\n" + known.rewritten(), List.of(), null, null, "FOLLOW_UP", null)))
                .id();
        store.link(fresh, ticket.id());
        return fresh;
    }
}
