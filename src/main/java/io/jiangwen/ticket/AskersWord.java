package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The asker's word: the reply worked, or it did not, or no reply is needed any more. */
@ApplicationScoped
class AskersWord {
    private final OwnerDesk desk;
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketMessages messages;
    private final TicketPeople people;
    private final TicketTimes times;
    private final Event<FixConfirmed> fixes;
    private final TicketAskers askers;
    private final JointWord joint;

    AskersWord(
            OwnerDesk desk,
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketMessages messages,
            TicketPeople people,
            TicketTimes times,
            Event<FixConfirmed> fixes,
            TicketAskers askers,
            JointWord joint) {
        this.desk = desk;
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.messages = messages;
        this.people = people;
        this.times = times;
        this.fixes = fixes;
        this.askers = askers;
        this.joint = joint;
    }

    /**
     * Closes the ticket, or gives it back to its owner; with several askers see {@link JointWord}. The same word again changes nothing.
     *
     * @throws Problem.NotFound when the caller may not see the ticket
     * @throws NotYourPart when he may, and did not ask
     * @throws TransitionNotAllowed when there is no reply to judge
     */
    @Transactional
    Ticket confirm(UUID id, Caller caller, Feedback feedback) {
        Ticket ticket = visible(id, caller);
        return joint.say(ticket, caller, feedback)
                .orElseGet(
                        () -> feedback.solved() ? close(ticket, feedback, caller) : reject(ticket, feedback, caller));
    }

    /**
     * Ends a ticket that needs no reply any more, for the asker, or for a dispatcher of the region, who says why. Again
     * changes nothing.
     *
     * @throws TransitionNotAllowed once there is a reply
     */
    @Transactional
    Ticket cancel(UUID id, Caller caller, @Nullable String reason) {
        Ticket ticket = visible(id, caller);
        Actor actor = Actor.of(caller, ticket);
        if (journal.endsWith(ticket, TicketEvent.CANCEL, actor)) return ticket;
        return moves.make(
                new Step(TicketEvent.CANCEL, actor, times.now(), reason),
                ticket,
                Terms.given()
                        .and(Guard.REASON, reason != null && !reason.isBlank())
                        .and(Guard.ALONE, askers.besides(id, caller.id()).isEmpty()));
    }

    private Ticket close(Ticket ticket, Feedback feedback, Caller caller) {
        Actor actor = Actor.of(caller, ticket);
        if (journal.endsWith(ticket, TicketEvent.CONFIRM, actor)) return ticket;
        Step step = new Step(TicketEvent.CONFIRM, actor, times.now(), null);
        Ticket closed = moves.make(step, ticket.with(feedback), Terms.given());
        fixes.fire(people.fixOf(closed));
        return closed;
    }

    private Ticket reject(Ticket ticket, Feedback feedback, Caller caller) {
        Actor actor = Actor.of(caller, ticket);
        if (journal.endsWith(ticket, TicketEvent.REJECT, actor)) return ticket;
        OffsetDateTime now = times.now();
        String comment = feedback.comment();
        boolean away = people.isAway(ticket.standing().owner(), now);
        boolean before = journal.everRejected(ticket.id());
        Ticket back = moves.make(
                new Step(TicketEvent.REJECT, actor, now, comment),
                ticket,
                Terms.given(
                                away ? Guard.OWNER_AWAY : Guard.OWNER_HERE,
                                before ? Guard.REJECTED_BEFORE : Guard.FIRST_REJECTION)
                        .lease(times.lease(now)));
        if (comment != null && !comment.isBlank())
            messages.append(
                    ticket.id(),
                    caller.id(),
                    new TicketMessages.Message(TicketMessages.Sender.ASKER, null, comment, now));
        return back;
    }

    private Ticket visible(UUID id, Caller caller) {
        Ticket ticket = desk.lock(id);
        if (!store.sees(new Sight(caller), id)) throw new Problem.NotFound("ticket");
        return ticket;
    }
}
