package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner waits: for the asker's answer, or for a date, a part or a visit. */
@ApplicationScoped
class Pauses {
    private final OwnerDesk desk;
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketMessages messages;
    private final TicketTimes times;
    private final Leases leases;

    Pauses(
            OwnerDesk desk,
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketMessages messages,
            TicketTimes times,
            Leases leases) {
        this.desk = desk;
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.messages = messages;
        this.times = times;
        this.leases = leases;
    }

    /** What a held ticket waits for. */
    enum Cause {
        DATE,
        PART,
        VISIT
    }

    /**
     * How long and why a ticket is held.
     *
     * @param until null when it is not known; then the longest time counts
     */
    record Hold(
            Cause cause,
            @Nullable OffsetDateTime until,
            @Nullable String reason) {}

    /** Asks the asker; what is asked reaches him as a message. The same again changes nothing. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket askBack(OwnerDesk.Write write) {
        Ticket ticket = desk.lock(write.ticket());
        desk.admit(ticket, write);
        Actor actor = Actor.of(write.caller(), ticket);
        if (journal.endsWith(ticket, TicketEvent.ASK_BACK, actor)) return ticket;
        OffsetDateTime now = times.now();
        String text = write.text();
        Ticket pending = moves.make(
                new Step(TicketEvent.ASK_BACK, actor, now, null),
                ticket,
                Terms.given(Guard.CURRENT_EPOCH)
                        .and(Guard.WORDS, text != null && !text.isBlank())
                        .due(times.reminderAfter(now)));
        say(pending, write.caller().id(), TicketMessages.Sender.CRAFTSMAN, text, now);
        return pending;
    }

    /** The asker answers; his craftsman goes on with a new lease. */
    @Transactional
    Ticket answer(UUID id, Caller caller, @Nullable String text) {
        Ticket ticket = desk.lock(id);
        if (!store.sees(new Sight(caller), id)) throw new Problem.NotFound("ticket");
        return answer(ticket, Actor.of(caller, ticket), caller.id(), text);
    }

    /** As the other, for a ticket that the transaction has locked. */
    Ticket answer(Ticket ticket, Actor actor, CallerId from, @Nullable String text) {
        OffsetDateTime now = times.now();
        Ticket back = moves.make(
                new Step(TicketEvent.ANSWER, actor, now, null),
                ticket,
                Terms.given().and(Guard.WORDS, text != null && !text.isBlank()).lease(leases.back(ticket, now)));
        say(back, from, TicketMessages.Sender.ASKER, text, now);
        return back;
    }

    /** Puts a ticket aside; when its time has come the owner has it again. The same again changes nothing. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket hold(OwnerDesk.Write write, Hold hold) {
        Ticket ticket = desk.lock(write.ticket());
        desk.admit(ticket, write);
        Actor actor = Actor.of(write.caller(), ticket);
        if (journal.endsWith(ticket, TicketEvent.HOLD, actor)) return ticket;
        OffsetDateTime now = times.now();
        OffsetDateTime longest = times.longestHold(now);
        OffsetDateTime until = hold.until() == null ? longest : hold.until();
        boolean known = hold.until() != null || hold.cause() != Cause.DATE;
        boolean reasoned = hold.reason() != null && !hold.reason().isBlank();
        return moves.make(
                new Step(TicketEvent.HOLD, actor, now, hold.cause() + ": " + hold.reason()),
                ticket,
                Terms.given(Guard.CURRENT_EPOCH)
                        .and(Guard.REASON, reasoned)
                        .and(Guard.UNTIL, known && until.isAfter(now) && !until.isAfter(longest))
                        .due(until));
    }

    /** Goes on with a ticket that was put aside. The same again changes nothing. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket resume(OwnerDesk.Write write) {
        Ticket ticket = desk.lock(write.ticket());
        desk.admit(ticket, write);
        Actor actor = Actor.of(write.caller(), ticket);
        if (journal.endsWith(ticket, TicketEvent.RESUME, actor)) return ticket;
        OffsetDateTime now = times.now();
        return moves.make(
                new Step(TicketEvent.RESUME, actor, now, null),
                ticket,
                Terms.given(Guard.CURRENT_EPOCH).lease(times.lease(now)));
    }

    private void say(
            Ticket ticket, CallerId from, TicketMessages.Sender sender, @Nullable String text, OffsetDateTime now) {
        if (text == null) throw new IllegalStateException("a move that needs words was made without");
        messages.append(ticket.id(), from, new TicketMessages.Message(sender, null, text, now));
    }
}
