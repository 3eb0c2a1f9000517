package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the owner writes: drafts, the reply, and its withdrawal. */
@ApplicationScoped
class Replies {
    private final OwnerDesk desk;
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final TicketMessages messages;
    private final TicketConfig config;
    private final TicketTimes times;
    private final Clocks clocks;
    private final TicketAskers askers;

    Replies(
            OwnerDesk desk,
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketMessages messages,
            TicketConfig config,
            TicketTimes times,
            Clocks clocks,
            TicketAskers askers) {
        this.desk = desk;
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.messages = messages;
        this.config = config;
        this.times = times;
        this.clocks = clocks;
        this.askers = askers;
    }

    /**
     * What a craftsman answers.
     *
     * @param text free text, null when a card was filled in; exactly one of the two is there
     */
    record Wording(@Nullable String text, @Nullable ReplyCard card, boolean consent) {
        Wording {
            if ((text == null) == (card == null)) throw new IllegalArgumentException("either a text or a card");
        }

        Reply at(Asking asking, OffsetDateTime now) {
            return new Reply(card == null ? String.valueOf(text) : card.text(asking.language()), card, consent, now);
        }
    }

    /**
     * Delivers the reply; the asker can confirm it at once. The same again under the same claim changes nothing.
     *
     * @param write its text is what is kept when the reply is refused
     * @throws StaleEpoch under an earlier claim; the text is kept as a draft
     * @throws TransitionNotAllowed when there is nothing to reply to; the text is kept then too
     */
    @Transactional(dontRollbackOn = {StaleEpoch.class, TransitionNotAllowed.class})
    Ticket reply(OwnerDesk.Write write, Wording wording) {
        Ticket ticket = desk.lock(write.ticket());
        OffsetDateTime now = times.now();
        Reply reply = wording.at(ticket.asking(), now);
        requireFit(reply.text());
        desk.admit(ticket, write);
        Reply standing = ticket.reply();
        if (standing != null && !ticket.state().awaitsReply() && standing.text().equals(reply.text())) return ticket;
        if (!Transitions.allow(TicketEvent.REPLY, ticket.state())) desk.keep(ticket, write);
        Step step = new Step(TicketEvent.REPLY, Actor.of(write.caller(), ticket), now, null);
        Ticket solved = moves.make(
                step, ticket.with(reply), Terms.given(Guard.CURRENT_EPOCH).due(clocks.assumedAfter(ticket, now)));
        messages.append(
                ticket.id(),
                write.caller().id(),
                new TicketMessages.Message(TicketMessages.Sender.CRAFTSMAN, null, reply.text(), now));
        return solved;
    }

    /**
     * Takes the reply back, unless the asker has confirmed it. Its text becomes the draft.
     *
     * @throws Problem.Conflict {@code undo-too-late} after the time of {@link TicketConfig#undo()}
     */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket undo(OwnerDesk.Write write) {
        Ticket ticket = desk.lock(write.ticket());
        desk.admit(ticket, write);
        Actor actor = Actor.of(write.caller(), ticket);
        if (journal.endsWith(ticket, TicketEvent.UNDO, actor)) return ticket;
        OffsetDateTime now = times.now();
        Reply reply = ticket.reply();
        Ticket back = moves.make(
                new Step(TicketEvent.UNDO, actor, now, null),
                ticket,
                Terms.given(Guard.CURRENT_EPOCH)
                        .and(Guard.UNDO_TIME, times.isUndoable(reply, now) && !askers.anyConfirmed(ticket.id()))
                        .lease(times.lease(now)));
        if (reply != null)
            desk.keep(ticket, new OwnerDesk.Write(ticket.id(), write.caller(), write.epoch(), reply.text()));
        messages.withdrawReply(ticket.id());
        return back;
    }

    /** Keeps what the owner has typed so far; that is work, so the lease is renewed, up to the longest. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket draft(OwnerDesk.Write write) {
        String text = write.text();
        if (text != null) requireFit(text);
        Ticket ticket = desk.lock(write.ticket());
        desk.admit(ticket, write);
        desk.keep(ticket, write);
        if (ticket.state() != TicketState.ASSIGNED) return ticket;
        Ticket renewed = ticket.standing(
                ticket.standing().renewed(times.renewed(ticket.standing().lease(), times.now())));
        store.renew(renewed);
        return renewed;
    }

    private void requireFit(String text) {
        if (text.codePointCount(0, text.length()) > config.longestText())
            throw new Problem.Invalid("reply-too-long", "A reply has at most " + config.longestText() + " characters.");
    }
}
