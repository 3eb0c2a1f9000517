package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
    private final TicketAnnouncements announcements;
    private final TicketConfig config;
    private final Clock clock;

    Replies(
            OwnerDesk desk,
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            TicketMessages messages,
            TicketAnnouncements announcements,
            TicketConfig config,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.messages = messages;
        this.announcements = announcements;
        this.config = config;
        this.clock = clock;
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
        OffsetDateTime now = OffsetDateTime.now(clock);
        Reply reply = wording.at(ticket.asking(), now);
        requireFit(reply.text());
        desk.admit(ticket, write);
        Reply standing = ticket.reply();
        if (standing != null && !ticket.state().awaitsReply() && standing.text().equals(reply.text())) return ticket;
        if (!Transitions.allow(TicketEvent.REPLY, ticket.state())) {
            desk.keep(ticket, write);
            throw new TransitionNotAllowed(TicketEvent.REPLY, ticket);
        }
        Step step = new Step(TicketEvent.REPLY, Actor.of(write.caller()), now, null);
        Ticket solved = moves.make(step, ticket, ticket.replied(reply));
        messages.append(
                ticket.id(),
                write.caller().id(),
                new TicketMessages.Message(TicketMessages.Sender.CRAFTSMAN, null, reply.text(), now));
        announcements.replied(solved);
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
        OffsetDateTime now = OffsetDateTime.now(clock);
        Actor actor = Actor.of(write.caller());
        boolean repeat = ticket.state() == TicketState.ASSIGNED
                && journal.last(ticket.id())
                        .filter(last -> last.is(TicketEvent.UNDO, actor))
                        .isPresent();
        if (repeat) return ticket;
        moves.require(TicketEvent.UNDO, ticket);
        Reply reply = ticket.reply();
        if (reply == null || now.isAfter(reply.at().plus(config.undo())))
            throw new Problem.Conflict(
                    "undo-too-late",
                    "A reply can be withdrawn for " + config.undo().toSeconds() + " seconds only.");
        desk.keep(ticket, new OwnerDesk.Write(ticket.id(), write.caller(), write.epoch(), reply.text()));
        messages.withdrawReply(ticket.id());
        Ticket back = ticket.without(ticket.standing().resumed(now.plus(config.lease())));
        moves.make(new Step(TicketEvent.UNDO, actor, now, null), ticket, back);
        announcements.withdrawn(back);
        return back;
    }

    /** Keeps what the owner has typed so far; that is work, so the lease starts anew. */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket draft(OwnerDesk.Write write) {
        String text = write.text();
        if (text != null) requireFit(text);
        Ticket ticket = desk.lock(write.ticket());
        desk.admit(ticket, write);
        desk.keep(ticket, write);
        if (ticket.state() != TicketState.ASSIGNED) return ticket;
        Ticket renewed = ticket.standing(
                ticket.standing().renewed(OffsetDateTime.now(clock).plus(config.lease())));
        store.save(renewed);
        return renewed;
    }

    private void requireFit(String text) {
        if (text.codePointCount(0, text.length()) > config.longestText())
            throw new Problem.Invalid("reply-too-long", "A reply has at most " + config.longestText() + " characters.");
    }
}
