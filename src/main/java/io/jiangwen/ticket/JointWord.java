package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What several askers of one ticket say of its reply, each for himself: the ticket closes when nobody waits any more; who
 * rejects the reply goes on with a ticket of his own, linked to this one.
 */
@ApplicationScoped
class JointWord {
    private final TicketAskers askers;
    private final TicketStore store;
    private final TicketMoves moves;
    private final TicketPeople people;
    private final Tickets tickets;
    private final TicketTimes times;
    private final Event<FixConfirmed> fixes;

    JointWord(
            TicketAskers askers,
            TicketStore store,
            TicketMoves moves,
            TicketPeople people,
            Tickets tickets,
            TicketTimes times,
            Event<FixConfirmed> fixes) {
        this.askers = askers;
        this.store = store;
        this.moves = moves;
        this.people = people;
        this.tickets = tickets;
        this.times = times;
        this.fixes = fixes;
    }

    /** Empty when the caller is the only one left, or none of them: then the ticket is one like any other. */
    Optional<Ticket> say(Ticket ticket, Caller caller, Feedback feedback) {
        CallerId id = caller.id();
        TicketAskers.Asker self = askers.find(ticket.id(), id).orElse(null);
        if (self == null) return Optional.empty();
        if (self.word() == AskersState.REJECTED) return own(ticket, id);
        List<TicketAskers.Asker> others = askers.besides(ticket.id(), id);
        if (others.isEmpty()) {
            askers.say(
                    ticket.id(),
                    id,
                    feedback.solved() ? AskersState.CONFIRMED : AskersState.WAITING,
                    feedback.consent());
            return Optional.empty();
        }
        if (!feedback.solved()) return Optional.of(split(ticket, caller, feedback, others));
        if (self.word() == AskersState.CONFIRMED) return Optional.of(ticket);
        Actor actor = Actor.of(caller, ticket);
        boolean last = others.stream().noneMatch(other -> other.word() == AskersState.WAITING);
        Ticket after = last ? ticket : moves.make(step(TicketEvent.AGREE, actor), ticket, Terms.given());
        askers.say(ticket.id(), id, AskersState.CONFIRMED, feedback.consent());
        return Optional.of(last ? close(ticket, actor, feedback) : after);
    }

    private Ticket split(Ticket ticket, Caller caller, Feedback feedback, List<TicketAskers.Asker> others) {
        Ticket left = moves.make(step(TicketEvent.SPLIT, Actor.of(caller, ticket)), ticket, Terms.given());
        askers.say(ticket.id(), caller.id(), AskersState.REJECTED, false);
        Ticket own = open(ticket, caller, feedback);
        if (others.stream().noneMatch(other -> other.word() == AskersState.WAITING)) {
            Actor confirmed = Actor.asker(others.getFirst().id());
            close(left, confirmed, new Feedback(true, null, false, null));
        }
        return own;
    }

    /** Consent is everybody's who confirmed, and of whoever wrote the question that would be published. */
    private Ticket close(Ticket ticket, Actor actor, Feedback feedback) {
        List<TicketAskers.Asker> confirmed = askers.of(ticket.id()).stream()
                .filter(asker -> asker.word() == AskersState.CONFIRMED)
                .toList();
        boolean author = confirmed.stream()
                .anyMatch(asker -> asker.id().equals(ticket.asking().asker()));
        boolean consent = author && confirmed.stream().allMatch(TicketAskers.Asker::consent);
        Feedback joint = new Feedback(true, feedback.rating(), consent, feedback.comment());
        Ticket closed = moves.make(step(TicketEvent.CONFIRM, actor), ticket.with(joint), Terms.given());
        fixes.fire(people.fixOf(closed));
        return closed;
    }

    private Ticket open(Ticket ticket, Caller caller, Feedback feedback) {
        Asking asking = ticket.asking();
        String comment = feedback.comment();
        String question = comment == null || comment.isBlank() ? asking.question() : asking.question() + "\n" + comment;
        UUID fresh = tickets.open(new TicketOpening(
                        caller.id(),
                        asking.enterprise(),
                        asking.enterpriseName(),
                        asking.region(),
                        askers.conversation(ticket.id(), caller.id()).orElse(asking.conversation()),
                        null,
                        question,
                        Language.of(question),
                        false,
                        new Dossier(asking.dossier().rewritten(), List.of(), null, null, "REJECTED", null)))
                .id();
        store.link(fresh, ticket.id());
        return store.find(fresh).orElseThrow();
    }

    /** The ticket of somebody who was split off before. */
    private Optional<Ticket> own(Ticket ticket, CallerId asker) {
        return store.splitFrom(ticket.id(), asker.value()).flatMap(store::find).or(() -> Optional.of(ticket));
    }

    private Step step(TicketEvent event, Actor actor) {
        OffsetDateTime now = times.now();
        return new Step(event, actor, now, null);
    }
}
